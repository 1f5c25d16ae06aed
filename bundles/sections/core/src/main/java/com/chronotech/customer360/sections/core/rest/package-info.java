/** The addresses of sections, and their form as a page. */
package com.chronotech.customer360.sections.core.rest;
