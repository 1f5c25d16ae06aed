/** Files of consents by HTTP. */
package com.chronotech.customer360.consents.core.transfer.rest;
