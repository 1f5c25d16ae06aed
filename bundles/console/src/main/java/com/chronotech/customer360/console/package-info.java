/**
 * The commands {@code customer360:*} of Karaf's console, over the published services only. Karaf
 * fills the annotated fields of an action; there is no constructor injection there.
 */
package com.chronotech.customer360.console;
