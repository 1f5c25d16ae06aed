package com.chronotech.customer360.communications.core.bounce;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How bounces are heard of, in {@code etc/com.chronotech.customer360.communications.cfg}. */
@ObjectClassDefinition(name = "Customer 360: messages that came back")
public @interface MailboxConfiguration {

  /** The IMAP server of the mailbox that reports go to; empty for none. */
  @AttributeDefinition(description = "The IMAP server; empty for no mailbox to be read.")
  String bounce_imap_host() default "";

  /** Its port; 0 for 993 with TLS, else 143. */
  int bounce_imap_port() default 0;

  /** {@code tls}, {@code starttls} or {@code none}. */
  String bounce_imap_security() default "tls";

  /** Who signs in. */
  String bounce_imap_user() default "";

  /** The password; better in a file or in the environment. */
  String bounce_imap_password() default "";

  /** The file that holds the password. */
  String bounce_imap_password_file() default "";

  /** The variable of the environment that holds it. */
  String bounce_imap_password_env() default "CUSTOMER360_IMAP_PASSWORD";

  /** The folder. */
  String bounce_imap_folder() default "INBOX";

  /** Minutes between two looks. */
  int bounce_imap_minutes() default 5;

  /** The secret that webhooks are signed with; empty for none to be taken. */
  String bounce_secret() default "";

  /** The file that holds the secret. */
  String bounce_secret_file() default "";

  /** The variable of the environment that holds it. */
  String bounce_secret_env() default "CUSTOMER360_BOUNCE_SECRET";
}
