/** What a receipt says and how it is signed, without anything but the JDK. */
package com.chronotech.customer360.consents.core.receipt.model;
