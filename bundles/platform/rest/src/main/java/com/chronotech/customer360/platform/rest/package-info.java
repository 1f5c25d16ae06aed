/** What every REST room leans on: JSON, answers, parameters, the caller's filter, errors. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package com.chronotech.customer360.platform.rest;
