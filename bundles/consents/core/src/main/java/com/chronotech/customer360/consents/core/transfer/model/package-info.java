/** Rules by which consents of elsewhere become versions. */
package com.chronotech.customer360.consents.core.transfer.model;
