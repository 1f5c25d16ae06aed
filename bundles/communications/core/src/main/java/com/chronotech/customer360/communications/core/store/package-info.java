/** The tables of messages. */
package com.chronotech.customer360.communications.core.store;
