/** JSON as text. */
package com.chronotech.customer360.communications.core.json;
