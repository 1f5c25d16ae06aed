/** What a link says, and how often it may be asked. */
package com.chronotech.customer360.consents.core.link.model;
