/** The addresses of profiles. */
package com.chronotech.customer360.profile.core.rest;
