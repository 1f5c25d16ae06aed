/** The page of a link, for people and for mail programs. */
package com.chronotech.customer360.consents.core.link.rest;
