/** Messages that came back. */
package com.chronotech.customer360.communications.core.bounce;
