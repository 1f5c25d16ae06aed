package com.chronotech.customer360.embedded;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code com.chronotech.customer360.embedded}. */
@ObjectClassDefinition(name = "Customer 360 embedded database")
@interface Settings {

  @AttributeDefinition(description = "false where a database server is configured instead")
  boolean enabled() default true;

  @AttributeDefinition(description = "where the database lies; blank: database in karaf.base")
  String data_directory() default "";

  @AttributeDefinition(description = "the zone of the host's own times")
  String time_zone() default "America/Montreal";

  @AttributeDefinition(description = "TCP port on 127.0.0.1; 0: a free one, kept for later starts")
  int port() default 0;

  @AttributeDefinition(description = "a host's dump to begin with; blank: demo data")
  String import_file() default "";

  @AttributeDefinition(description = "how many customers the demo data has; 0: an empty database")
  int demo_customers() default 500;

  @AttributeDefinition(description = "recent or older")
  String demo_shape() default "recent";

  @AttributeDefinition(description = "the same seed gives the same demo data")
  long demo_seed() default 42;

  @AttributeDefinition(description = "a mariadbd of the system; blank: the one in this bundle")
  String server_command() default "";
}
