package com.chronotech.customer360.profile.core.records;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code etc/com.chronotech.customer360.profile.cfg} that are about records. */
@ObjectClassDefinition(name = "Customer 360: contacts, addresses, vehicles")
public @interface ProfileConfiguration {

  /** The country of phones and addresses that name none, of customers without one. */
  @AttributeDefinition(
      name = "Country",
      description = "ISO 3166-1 alpha-2: of phones and addresses that name none")
  String country() default "CA";
}
