package com.chronotech.customer360.profile.core.records.model;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.core.model.LanguageTags;
import com.chronotech.customer360.profile.core.model.Texts;
import com.chronotech.customer360.profile.core.records.model.PhoneReader.Reading;
import java.util.Set;
import java.util.regex.Pattern;

/** What contacts may say. */
public final class ContactRules extends RecordRules<Contact> {
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_PHONE = 50;

  // as strict as a person would be: the rest is for the server at the other end to say
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?!\\.)(?!.*\\.\\.)[^\\s@,;:<>()\\[\\]\"\\\\]{1,64}(?<!\\.)"
              + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

  /** Creates the rules. */
  public ContactRules() {
    super(
        RecordKind.CONTACT,
        Set.of(
            Contact.NAME.name(),
            Contact.ROLE.name(),
            Contact.EMAIL.name(),
            Contact.PHONE.name(),
            Contact.MOBILE.name(),
            Contact.OPT_IN_EMAIL.name(),
            Contact.OPT_IN_SMS.name(),
            Contact.LANGUAGE_CODE.name(),
            Contact.PREFERRED_CONTACT_HOURS.name(),
            Contact.PRIMARY.name(),
            Contact.NOTES.name()));
  }

  @Override
  void apply(Draft draft, Circumstances at) {
    if (draft.concerns("name") && draft.lacksAll("name")) {
      draft.fault("name", "profile.required", "name");
    }
    draft.length("name", LONGEST, false);
    draft.oneOf("role", Contact.ROLES);
    draft.length("preferred_contact_hours", LONGEST, false);
    draft.length("notes", LONGEST_NOTES, true);
    email(draft);
    language(draft);
    phone(draft, "phone", at);
    phone(draft, "mobile", at);
  }

  private static void email(Draft draft) {
    String email = draft.text("email");
    if (email != null
        && (email.length() > LONGEST_EMAIL
            || !EMAIL.matcher(email).matches()
            || Texts.fault(email, false) != null)) {
      draft.fault("email", "profile.email", Texts.cut(email, 64));
    }
  }

  private static void language(Draft draft) {
    String tag = draft.text("language_code");
    if (tag != null) {
      LanguageTags.canonical(tag)
          .ifPresentOrElse(
              canonical -> draft.put("language_code", canonical),
              () -> draft.fault("language_code", "profile.language_code", Texts.cut(tag, 64)));
    }
  }

  private static void phone(Draft draft, String field, Circumstances at) {
    if (!draft.changes(field)) {
      return;
    }
    String typed = draft.text(field);
    if (typed == null) {
      draft.put(field + "_e164", null);
      return;
    }
    draft.length(field, LONGEST_PHONE, false);
    Reading reading = at.phones().read(typed, at.region());
    if (reading.fault() != null) {
      draft.fault(field, reading.fault(), Texts.cut(typed, LONGEST_PHONE));
      return;
    }
    draft.put(field + "_e164", reading.e164());
    if (!reading.assigned()) {
      draft.warn(field, "profile.phone_doubtful", reading.e164());
    }
  }

  @Override
  public Contact read(HostRecord row, String region) {
    return new Contact(
        row.id(),
        row.customerId(),
        row.text("name"),
        row.text("role"),
        row.text("email"),
        row.text("phone"),
        row.text("phone_e164"),
        row.text("mobile"),
        row.text("mobile_e164"),
        flag(row, "opt_in_email"),
        flag(row, "opt_in_sms"),
        row.text("language_code"),
        row.text("preferred_contact_hours"),
        row.primary(),
        row.text("notes"),
        state(row));
  }

  @Override
  public String title(HostRecord row) {
    String name = row.text("name");
    return name == null ? "#" + row.id() : name;
  }
}
