/** The addresses of contacts, addresses and vehicles. */
package com.chronotech.customer360.profile.core.records.rest;
