package com.chronotech.customer360.analytics.core.survey;

/** Settings of questions in {@code etc/com.chronotech.customer360.analytics.cfg}. */
public @interface SurveyConfiguration {

  /** Whether customers are asked how a visit was. Off until somebody decides so. */
  boolean survey_enabled() default false;

  /** Hours between the end of a visit and the question. */
  int survey_delay_hours() default 24;

  /** Days after which a visit is not asked about any more. */
  int survey_late_days() default 14;

  /** Days in which a customer is asked once at most. */
  int survey_quiet_days() default 90;

  /** Minutes between two looks for visits that ended; 0 for never. */
  int survey_scan_minutes() default 15;

  /** Where customers reach this server; nothing is asked while it is empty. */
  String public_url() default "";

  /** Who asks, as the page says it; empty for nothing. */
  String controller_name() default "";

  /** How the business is reached; empty for nothing. */
  String controller_contact() default "";

  /** The mailing address of the business; empty for nothing. */
  String controller_address() default "";

  /** Requests a minute of one token. */
  int survey_token_per_minute() default 20;

  /** Requests a minute of one address with links that are ours. */
  int survey_address_per_minute() default 600;

  /** Requests a minute of one address with links that are none of ours. */
  int survey_forged_per_minute() default 30;

  /** Whether the client's address is what a proxy before this server says. */
  boolean survey_trust_proxy() default false;
}
