/** The addresses of messages. */
package com.chronotech.customer360.communications.core.rest;
