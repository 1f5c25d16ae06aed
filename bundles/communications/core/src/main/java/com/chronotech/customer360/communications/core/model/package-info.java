/** The rules of messages, as values. */
package com.chronotech.customer360.communications.core.model;
