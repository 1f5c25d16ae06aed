/** The keys that roots and receipts are signed with, and those that older ones are checked with. */
package com.chronotech.customer360.consents.core.key;
