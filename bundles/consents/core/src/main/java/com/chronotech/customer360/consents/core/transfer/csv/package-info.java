/** Reads files of consents: their lines, their faults, and their lines in the customers' order. */
package com.chronotech.customer360.consents.core.transfer.csv;
