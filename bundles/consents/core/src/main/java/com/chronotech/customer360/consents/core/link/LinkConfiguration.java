package com.chronotech.customer360.consents.core.link;

/** Settings of links in {@code etc/com.chronotech.customer360.consents.cfg}. */
public @interface LinkConfiguration {

  /** Where customers reach this server; empty for links that are a path alone. */
  String public_url() default "";

  /** Who sends, as the page says it; empty for nothing. */
  String controller_name() default "";

  /** How the business is reached; empty for nothing. */
  String controller_contact() default "";

  /** The mailing address of the business; empty for nothing. */
  String controller_address() default "";

  /** Requests a minute of one token. */
  int unsubscribe_token_per_minute() default 20;

  /** Requests a minute of one address with links that are ours. */
  int unsubscribe_address_per_minute() default 600;

  /** Requests a minute of one address with links that are none of ours. */
  int unsubscribe_forged_per_minute() default 30;

  /** Whether the client's address is what a proxy before this server says. */
  boolean unsubscribe_trust_proxy() default false;
}
