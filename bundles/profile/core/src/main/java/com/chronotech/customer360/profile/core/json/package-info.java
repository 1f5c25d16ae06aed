/** JSON as text, read and written. */
package com.chronotech.customer360.profile.core.json;
