/** JSON as both servers keep it, read and written by Jackson's streams. */
package com.chronotech.customer360.timeline.core.json;
