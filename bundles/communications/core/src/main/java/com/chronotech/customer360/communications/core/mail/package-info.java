/** How an e-mail is made and handed over. */
package com.chronotech.customer360.communications.core.mail;
