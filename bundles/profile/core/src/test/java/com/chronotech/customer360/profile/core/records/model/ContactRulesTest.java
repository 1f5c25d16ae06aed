package com.chronotech.customer360.profile.core.records.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactRulesTest {
  private static final ContactRules RULES = new ContactRules();

  private static RecordChange.Builder zoe() {
    return RecordChange.of().set(Contact.NAME, "Zoé");
  }

  @Test
  void everyContactHasAName() {
    for (RecordChange.Builder change :
        new RecordChange.Builder[] {
          RecordChange.of(),
          RecordChange.of().set(Contact.NAME, " \t "),
          RecordChange.of().clear(Contact.NAME)
        }) {
      Checked.added(RULES, change)
          .refused("name", "profile.required", "Le champ « name » est requis", "is required");
    }
    Checked.changed(RULES, RecordChange.of().clear(Contact.NAME), Map.of("name", "Zoé"))
        .refused("name", "profile.required", "est requis", "is required");
  }

  @Test
  void oneThatCameWithoutANameMayBeChangedInOthers() {
    Checked.changed(RULES, RecordChange.of().set(Contact.ROLE, "owner"), Map.of("email", "a@b.ca"))
        .sound();
  }

  @ParameterizedTest
  @CsvSource({
    "514 555-0199,CA,+15145550199",
    "(514) 555-0199 poste 12,CA,+15145550199",
    "1-514-555-0199 ext. 3,CA,+15145550199",
    "+33 1 42 68 53 00,CA,+33142685300",
    "01 42 68 53 00,FR,+33142685300"
  })
  void phonesAreKeptAsTypedAndAsE164(String typed, String region, String e164) {
    Checked checked = Checked.in(region, RULES, zoe().set(Contact.PHONE, typed), null);
    assertThat(checked.value("phone")).isEqualTo(typed);
    assertThat(checked.value("phone_e164")).isEqualTo(e164);
    Checked mobile = Checked.in(region, RULES, zoe().set(Contact.MOBILE, typed), null);
    assertThat(mobile.value("mobile_e164")).isEqualTo(e164);
  }

  @Test
  void whatIsNoPhoneIsRefusedWithTheReason() {
    phone("appelez-moi", "profile.phone_not_a_number", "n’est pas un numéro", "no telephone");
    phone("514 55", "profile.phone_too_short", "trop court", "too short");
    phone("555-0199", "profile.phone_too_short", "trop court", "too short");
    phone("514 555-0199 0199 0199", "profile.phone_too_long", "trop long", "too long");
    phone("+999 514 555 0199", "profile.phone_country", "L’indicatif de pays", "country code");
  }

  private static void phone(String typed, String code, String french, String english) {
    Checked.added(RULES, zoe().set(Contact.PHONE, typed)).refused("phone", code, french, english);
  }

  @Test
  void aPhoneThatNobodyHandsOutIsKeptAndWarnedOf() {
    Checked.added(RULES, zoe().set(Contact.PHONE, "123 456-7890"))
        .warned("phone", "profile.phone_doubtful", "Aucun réseau connu", "No known network");
  }

  @Test
  void clearingAPhoneClearsItsE164() {
    Checked checked =
        Checked.changed(
            RULES,
            RecordChange.of().clear(Contact.PHONE),
            Map.of("name", "Zoé", "phone", "514 555-0199", "phone_e164", "+15145550199"));
    assertThat(checked.sound().draft().values())
        .containsEntry("phone", null)
        .containsEntry("phone_e164", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.ca", "zoé.tremblay+x@garage-côté.example.ca", "a_b@x1.co", "o'brien@x.ca"})
  void mailAddressesAreTaken(String email) {
    Checked.added(RULES, zoe().set(Contact.EMAIL, email)).sound();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zoe", "@b.ca", "a@", "a@b", "a b@c.ca", "a@b..ca", ".a@b.ca", "a@b.ca, c@d.ca"})
  void whatIsNoMailAddressIsRefused(String email) {
    Checked.added(RULES, zoe().set(Contact.EMAIL, email))
        .refused("email", "profile.email", "n’est pas une adresse de courriel", "no e-mail");
  }

  @Test
  void rolesAreTheBriefsNine() {
    Contact.ROLES.forEach(role -> Checked.added(RULES, zoe().set(Contact.ROLE, role)).sound());
    assertThat(Contact.ROLES).hasSize(9);
    Checked.added(RULES, zoe().set(Contact.ROLE, "chef"))
        .refused("role", "profile.unknown_word", "« chef » n’est pas", "\"chef\" is not");
  }

  @Test
  void anOlderHostsOwnWordStaysWhereItIsNotChanged() {
    Map<String, Object> standing = Map.of("name", "Zoé", "role", "chef");
    Checked checked =
        Checked.changed(
            RULES, zoe().set(Contact.ROLE, "chef").set(Contact.NOTES, "matin"), standing);
    assertThat(checked.sound().draft().values()).containsOnlyKeys("notes");
  }

  @Test
  void languagesAreTags() {
    assertThat(
            Checked.added(RULES, zoe().set(Contact.LANGUAGE_CODE, "EN-ca")).value("language_code"))
        .isEqualTo("en-CA");
    Checked.added(RULES, zoe().set(Contact.LANGUAGE_CODE, "anglais!"))
        .refused("language_code", "profile.language_code", "étiquette de langue", "language tag");
  }

  @Test
  void textsHaveAnEnd() {
    Checked.added(RULES, zoe().set(Contact.NAME, "é".repeat(256)))
        .refused("name", "profile.too_long", "dépasse 255", "longer than 255");
    Checked.added(RULES, zoe().set(Contact.PREFERRED_CONTACT_HOURS, "x".repeat(256)))
        .refused("preferred_contact_hours", "profile.too_long", "dépasse 255", "longer than 255");
    Checked.added(RULES, zoe().set(Contact.NAME, "a\u0007b"))
        .refused("name", "profile.control_character", "de contrôle", "control character");
    Checked.added(RULES, zoe().set(Contact.NOTES, "a\nb")).sound();
  }

  @Test
  void fieldsThatAreNotOursAreRefusedByName() {
    Checked.added(RULES, zoe().set(new RecordKey<>("shoe_size", Long.class), 42L))
        .refused("shoe_size", "profile.unknown_field", "« shoe_size » est inconnu", "is unknown");
    Checked.added(RULES, zoe().set(new RecordKey<>("phone_e164", String.class), "+1"))
        .refused("phone_e164", "profile.unknown_field", "est inconnu", "is unknown");
    Checked.added(RULES, zoe().set(new RecordKey<>("opt_in_sms", String.class), "oui"))
        .refused("opt_in_sms", "profile.wrong_type", "bon genre", "wrong kind");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(
            Checked.added(
                    RULES,
                    RecordChange.of()
                        .set(Contact.ROLE, "?")
                        .set(Contact.EMAIL, "?")
                        .set(Contact.PHONE, "?")
                        .set(Contact.MOBILE, "?")
                        .set(Contact.LANGUAGE_CODE, "?"))
                .draft()
                .faults())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("name", "role", "email", "phone", "mobile", "language_code");
  }

  @Test
  void theSameAgainChangesNothing() {
    RecordChange.Builder change =
        zoe()
            .set(Contact.PHONE, "514 555-0199")
            .set(Contact.OPT_IN_SMS, true)
            .set(Contact.OPT_IN_EMAIL, false);
    Map<String, Object> once = Checked.added(RULES, change).sound().draft().values();
    assertThat(Checked.changed(RULES, change, once).sound().draft().values()).isEmpty();
  }
}
