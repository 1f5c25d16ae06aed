/** The tables of consents. */
package com.chronotech.customer360.consents.core.store;
