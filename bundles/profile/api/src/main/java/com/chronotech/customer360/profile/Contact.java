package com.chronotech.customer360.profile;

import java.util.List;

/**
 * A person to speak to. What is unknown is null, but for the three flags.
 *
 * @param id the host's id
 * @param customerId whose contact it is
 * @param name the name
 * @param role one of {@link #ROLES}; an older host's own word stays as it is
 * @param email the e-mail address
 * @param phone the telephone number as it was typed
 * @param phoneE164 the same as E.164, such as {@code +15145550199}; null where what stands is no
 *     number
 * @param mobile the mobile number as it was typed
 * @param mobileE164 the same as E.164
 * @param optInEmail whether the person agreed to e-mail; says nothing of the customer's consents
 * @param optInSms whether the person agreed to text messages; as above
 * @param languageCode a BCP 47 tag
 * @param preferredContactHours when to call, in words
 * @param primary whether it is the customer's primary contact; at most one is
 * @param notes anything else
 * @param state where it stands
 */
public record Contact(
    long id,
    long customerId,
    String name,
    String role,
    String email,
    String phone,
    String phoneE164,
    String mobile,
    String mobileE164,
    boolean optInEmail,
    boolean optInSms,
    String languageCode,
    String preferredContactHours,
    boolean primary,
    String notes,
    State state)
    implements CustomerRecord {

  /** What a contact can be. */
  public static final List<String> ROLES =
      List.of(
          "owner",
          "billing",
          "service",
          "driver",
          "buyer",
          "accountant",
          "reception",
          "workshop",
          "decision_maker");

  /** Sets the name, which every contact has: 1 to 255 characters. */
  public static final RecordKey<String> NAME = RecordKey.text("name");

  /** Sets the role, one of {@link #ROLES}. */
  public static final RecordKey<String> ROLE = RecordKey.text("role");

  /** Sets the e-mail address. */
  public static final RecordKey<String> EMAIL = RecordKey.text("email");

  /** Sets the telephone number, in any way people write it; the country's if it names none. */
  public static final RecordKey<String> PHONE = RecordKey.text("phone");

  /** Sets the mobile number, as {@link #PHONE}. */
  public static final RecordKey<String> MOBILE = RecordKey.text("mobile");

  /** Sets whether the person agreed to e-mail. */
  public static final RecordKey<Boolean> OPT_IN_EMAIL = RecordKey.flag("opt_in_email");

  /** Sets whether the person agreed to text messages. */
  public static final RecordKey<Boolean> OPT_IN_SMS = RecordKey.flag("opt_in_sms");

  /** Sets the language, a BCP 47 tag. */
  public static final RecordKey<String> LANGUAGE_CODE = RecordKey.text("language_code");

  /** Sets when to call: at most 255 characters, in words such as {@code lun-ven 9 h-17 h}. */
  public static final RecordKey<String> PREFERRED_CONTACT_HOURS =
      RecordKey.text("preferred_contact_hours");

  /** Makes it the primary contact in the place of another, or gives that up. */
  public static final RecordKey<Boolean> PRIMARY = RecordKey.flag("is_primary");

  /** Sets the notes. */
  public static final RecordKey<String> NOTES = RecordKey.text("notes");
}
