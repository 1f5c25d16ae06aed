/** What every provider of a host's rows is held to; of use to whoever writes one. */
package com.chronotech.customer360.itests.support.host;
