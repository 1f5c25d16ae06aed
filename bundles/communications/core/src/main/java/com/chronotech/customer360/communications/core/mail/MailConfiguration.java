package com.chronotech.customer360.communications.core.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How e-mail leaves, in {@code etc/com.chronotech.customer360.communications.cfg}. */
@ObjectClassDefinition(name = "Customer 360: e-mail")
public @interface MailConfiguration {

  /** The mail server; empty to write messages to a folder. */
  @AttributeDefinition(description = "The mail server; empty to write to outbox.folder.")
  String smtp_host() default "";

  /** Its port; 0 for that of the way it is secured: 587, 465 or 25. */
  int smtp_port() default 0;

  /** {@code starttls}, {@code tls} or {@code none}. */
  @AttributeDefinition(description = "starttls (required, not merely tried), tls or none.")
  String smtp_security() default "starttls";

  /** Who signs in; empty for nobody. */
  String smtp_user() default "";

  /** The password; better in a file or in the environment. */
  String smtp_password() default "";

  /** The file that holds the password. */
  String smtp_password_file() default "";

  /** The variable of the environment that holds it. */
  String smtp_password_env() default "CUSTOMER360_SMTP_PASSWORD";

  /** Seconds to wait for a connection and for each answer. */
  int smtp_timeout_seconds() default 30;

  /** The address that readers see. */
  String from_address() default "";

  /** The name that readers see. */
  String from_name() default "";

  /** Where answers go; empty for the address above. */
  String reply_to() default "";

  /** The envelope's sender, where reports of failure go; empty for the address above. */
  String bounce_address() default "";

  /** Where messages are written while there is no mail server; empty for data/mail-outbox. */
  String outbox_folder() default "";
}
