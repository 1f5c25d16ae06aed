package com.chronotech.customer360.itests.database.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileHistory;
import com.chronotech.customer360.profile.ProfileService.Changed;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes of a profile: what stays, what is kept, what is told. */
class ProfileChangesTest {

  @EveryServer
  void showWhatIsEmptyByItsDefault(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    platform
        .database()
        .update(
            "update customers set language_code = null, timezone = null, segments = null,"
                + " privacy_level = null, preferred_contact_channel = null, tax_exempt = null"
                + " where id = "
                + customer);
    Profile profile = node.profiles().profile(customer, null);
    assertThat(profile.fields().languageCode()).isEqualTo("fr-CA");
    assertThat(profile.fields().timezone()).isEqualTo("America/Montreal");
    assertThat(profile.fields().segments()).isEmpty();
    assertThat(profile.fields().privacyLevel()).isEqualTo("normal");
    assertThat(profile.fields().preferredContactChannel()).isEqualTo("email");
    assertThat(profile.fields().taxExempt()).isFalse();
    assertThat(profile.empty()).containsExactlyInAnyOrder(ProfileColumn.values());
    assertThat(profile.missing()).isEmpty();
    assertThat(profile.changedAt()).isNull();
  }

  @EveryServer
  void leaveAloneWhatIsNotNamed(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    node.profiles()
        .change(
            ProfileChange.of(customer)
                .languageCode("EN-ca")
                .timezone("America/Toronto")
                .segments(List.of("VIP", " Entreprise "))
                .privacyLevel("confidentiel")
                .preferredContactChannel("sms")
                .taxExempt(true)
                .reason("demande écrite")
                .build());
    Changed second =
        node.profiles().change(ProfileChange.of(customer).preferredContactChannel(null).build());

    Profile profile = second.profile();
    assertThat(profile.fields().languageCode()).isEqualTo("en-CA");
    assertThat(profile.fields().timezone()).isEqualTo("America/Toronto");
    assertThat(profile.fields().segments()).containsExactly("VIP", "Entreprise");
    assertThat(profile.fields().privacyLevel()).isEqualTo("confidentiel");
    assertThat(profile.fields().preferredContactChannel()).isEqualTo("email");
    assertThat(profile.empty()).containsExactly(ProfileColumn.PREFERRED_CONTACT_CHANNEL);
    assertThat(profile.fields().taxExempt()).isTrue();
    assertThat(node.profiles().profile(customer, null)).isEqualTo(profile);
    assertThat(second.changes().changes()).hasSize(1);
  }

  @EveryServer
  void areTwiceTheSameAsOnce(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    ProfileChange change =
        ProfileChange.of(customer).segments(List.of("été", "🚗")).taxExempt(true).build();
    Changed first = node.profiles().change(change);
    Changed again = node.profiles().change(change);
    assertThat(again.changes()).isNull();
    assertThat(again.profile()).isEqualTo(first.profile());
    assertThat(rows(platform, customer)).isEqualTo(2);
    assertThat(told(platform, customer)).hasSize(1);
  }

  @EveryServer
  void areRefusedWholeWithEveryFault(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                node.profiles()
                    .change(
                        ProfileChange.of(customer)
                            .languageCode("français")
                            .timezone("Mars/Olympus")
                            .segments(List.of("a", "A"))
                            .privacyLevel("secret")
                            .preferredContactChannel("pigeon")
                            .taxExempt(true)
                            .build()));
    assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
    assertThat(refused.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "language_code",
            "timezone",
            "segments[1]",
            "privacy_level",
            "preferred_contact_channel");
    assertThat(node.profiles().profile(customer, null).fields().taxExempt()).isFalse();
    assertThat(rows(platform, customer)).isZero();
  }

  @EveryServer
  void refuseByNameWhatTheColumnCannotHold(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                node.profiles()
                    .change(
                        ProfileChange.of(customer)
                            .languageCode("zh-Hant-TW")
                            .taxExempt(true)
                            .build()));
    assertThat(refused.violations())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("language_code");
              assertThat(fault.code()).isEqualTo("profile.host_does_not_fit");
            });
    assertThat(node.profiles().profile(customer, null).fields().taxExempt()).isFalse();
    assertThat(rows(platform, customer)).isZero();
    assertThat(told(platform, customer)).isEmpty();
  }

  @EveryServer
  void areRefusedWithEveryColumnThatIsTooNarrowAndEveryRuleThatIsBroken(DatabaseServer server) {
    String narrow =
        ProfileHost.RECENT
            .replace("timezone varchar(64)", "timezone varchar(16)")
            .replace(
                "preferred_contact_channel varchar(10) default 'email'",
                "preferred_contact_channel enum('email','sms') default 'email'");
    try (ProfileHost host = ProfileHost.of(server, narrow)) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  host.node()
                      .profiles()
                      .change(
                          ProfileChange.of(1)
                              .languageCode("zh-Hant-TW")
                              .timezone("America/Argentina/Buenos_Aires")
                              .preferredContactChannel("phone")
                              .privacyLevel("secret")
                              .taxExempt(true)
                              .build()));
      assertThat(refused.violations())
          .extracting(fault -> fault.field() + " " + fault.code())
          .containsExactlyInAnyOrder(
              "language_code profile.host_does_not_fit",
              "timezone profile.host_does_not_fit",
              "preferred_contact_channel profile.host_does_not_fit",
              "privacy_level profile.unknown_word");
      assertThat(host.node().profiles().profile(1, null).fields().taxExempt()).isFalse();
    }
  }

  @EveryServer
  void areToldOnTheTimelineInWords(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    node.profiles()
        .change(
            ProfileChange.of(customer)
                .privacyLevel("confidentiel")
                .taxExempt(true)
                .reason("exemption nº 12")
                .build());
    Activity told = told(platform, customer).get(0);
    assertThat(told.type()).isEqualTo(ActivityType.SYSTEM);
    assertThat(told.title())
        .isEqualTo("Profil modifié\u00a0: niveau de confidentialité, exemption de taxes");
    assertThat(told.description())
        .hasLineCount(3)
        .startsWith("Niveau de confidentialité\u00a0: normal → confidentiel")
        .contains("Exemption de taxes\u00a0: non → oui")
        .endsWith("Motif\u00a0: exemption nº 12");

    node.profiles().change(ProfileChange.of(customer).languageCode("en-CA").build());
    node.profiles().change(ProfileChange.of(customer).taxExempt(false).build());
    Activity english = told(platform, customer).get(0);
    assertThat(english.title()).isEqualTo("Profile changed: tax exemption");
    assertThat(english.description()).isEqualTo("Tax exemption: yes → no");
  }

  @EveryServer
  void areKeptForEveryInstant(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    List<Instant> instants = new ArrayList<>();
    List<String> zones = List.of("America/Toronto", "America/Halifax", "America/Vancouver");
    for (String zone : zones) {
      Changed changed = node.profiles().change(ProfileChange.of(customer).timezone(zone).build());
      instants.add(changed.changes().at());
    }
    for (int i = 0; i < zones.size(); i++) {
      Instant at = instants.get(i);
      assertThat(node.profiles().profile(customer, at).fields().timezone()).isEqualTo(zones.get(i));
      assertThat(node.profiles().profile(customer, at).changedAt()).isEqualTo(at);
      assertThat(node.profiles().profile(customer, at.minusNanos(1000)).fields().timezone())
          .isEqualTo(i == 0 ? "America/Montreal" : zones.get(i - 1));
    }
    ProfileHistory newest = node.profiles().changes(customer, null, 2);
    ProfileHistory rest = node.profiles().changes(customer, newest.nextCursor(), 2);
    assertThat(newest.changes())
        .extracting(ChangeSet::at)
        .containsExactly(instants.get(2), instants.get(1));
    assertThat(rest.changes()).extracting(ChangeSet::at).containsExactly(instants.get(0));
    assertThat(rest.nextCursor()).isNull();
  }

  @EveryServer
  void ofTheHostItselfAreNoticed(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    Instant first =
        node.profiles().change(ProfileChange.of(customer).taxExempt(true).build()).changes().at();
    platform
        .database()
        .update("update customers set language_code = 'en-CA' where id = " + customer);
    assertThat(node.profiles().profile(customer, first).fields().languageCode()).isEqualTo("fr-CA");
    node.profiles().change(ProfileChange.of(customer).taxExempt(false).build());

    List<ChangeSet> sets = node.profiles().changes(customer, null, 10).changes();
    assertThat(sets).hasSize(3);
    ChangeSet outside = sets.get(1);
    assertThat(outside.outside()).isTrue();
    assertThat(outside.actorId()).isNull();
    assertThat(outside.changes())
        .containsExactly(
            new ChangeSet.FieldChange(ProfileColumn.LANGUAGE_CODE, "\"fr-CA\"", "\"en-CA\""));
    assertThat(node.profiles().profile(customer, first).fields().languageCode()).isEqualTo("fr-CA");
    assertThat(node.profiles().profile(customer, outside.at()).fields().languageCode())
        .isEqualTo("en-CA");
  }

  static long rows(TestPlatform platform, long customer) {
    return platform
        .database()
        .number("select count(*) from c360_profile_change where customer_id = " + customer);
  }

  static List<Activity> told(TestPlatform platform, long customer) {
    return platform
        .timeline()
        .page(TimelineQuery.of(customer), PageRequest.number(1, 100))
        .activities();
  }
}
