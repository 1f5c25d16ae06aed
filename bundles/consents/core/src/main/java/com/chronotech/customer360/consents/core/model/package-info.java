/** The rules of consents as values: states, versions, hashes. */
package com.chronotech.customer360.consents.core.model;
