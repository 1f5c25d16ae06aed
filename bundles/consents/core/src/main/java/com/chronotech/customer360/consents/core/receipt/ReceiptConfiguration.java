package com.chronotech.customer360.consents.core.receipt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What receipts say of the business, in {@code etc/com.chronotech.customer360.consents.cfg}. */
@ObjectClassDefinition(name = "Customer 360: receipts")
public @interface ReceiptConfiguration {

  /** The name of the business. */
  @AttributeDefinition(description = "Name of the business that is responsible for the data.")
  String controller_name() default "";

  /** How the person in charge of personal information is reached. */
  @AttributeDefinition(description = "E-mail or phone of the person in charge of privacy.")
  String controller_contact() default "";

  /** The mailing address. */
  @AttributeDefinition(description = "Mailing address of the business.")
  String controller_address() default "";

  /** To whom data is communicated. */
  @AttributeDefinition(description = "Recipients of the data, separated by semicolons.")
  String receipt_recipients() default "";

  /** Where consent is withdrawn. */
  @AttributeDefinition(description = "Address of the page where customers withdraw.")
  String withdrawal_url() default "";

  /** The address under which customers reach this server. */
  @AttributeDefinition(
      description =
          "Address under which customers reach this server, such as https://client.example.ca;"
              + " with it the QR code of a receipt is a link to the page that checks it.")
  String public_url() default "";
}
