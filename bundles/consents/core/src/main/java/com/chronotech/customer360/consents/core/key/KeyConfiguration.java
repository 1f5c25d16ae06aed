package com.chronotech.customer360.consents.core.key;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys in {@code etc/com.chronotech.customer360.consents.cfg}. */
@ObjectClassDefinition(name = "Customer 360: keys of the ledger")
public @interface KeyConfiguration {

  /** The private key; empty for {@code customer360-ledger-key.pem} in the container's etc. */
  @AttributeDefinition(
      description = "PEM file of the Ed25519 key that signs; made at the first start if absent.")
  String signing_key() default "";

  /** A folder or a list of files; empty for {@code customer360-ledger-keys} in etc. */
  @AttributeDefinition(
      description = "Older public keys: a folder of PEM files, or files separated by commas.")
  String verification_keys() default "";
}
