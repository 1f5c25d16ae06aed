/** Brings consents in from elsewhere: from a file, or from what the host held before. */
package com.chronotech.customer360.consents.core.transfer;
