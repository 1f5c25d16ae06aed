/** The notices: published once, in their languages, and never changed. */
package com.chronotech.customer360.consents.core.notice;
