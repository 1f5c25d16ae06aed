package com.chronotech.customer360.itests.database.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.Records;
import com.chronotech.customer360.profile.Records.Saved;
import com.chronotech.customer360.profile.Vehicle;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Contacts, addresses and vehicles, over the shapes that hosts have. */
class RecordsTest {

  private static final List<String> SHAPES = List.of(ProfileHost.OLDER, ProfileHost.RECENT);

  @EveryServer
  void areTheSameOverEveryShape(DatabaseServer server) {
    for (String shape : SHAPES) {
      try (ProfileHost host = ProfileHost.of(server, shape)) {
        contacts(host);
        addresses(host);
        vehicles(host);
      }
    }
  }

  private static void contacts(ProfileHost host) {
    Records<Contact> contacts = host.node().records().contacts();
    Contact made =
        contacts
            .add(
                2,
                RecordChange.of()
                    .set(Contact.NAME, "Zoé Tremblay 🚗")
                    .set(Contact.ROLE, "billing")
                    .set(Contact.EMAIL, "zoe@example.ca")
                    .set(Contact.PHONE, "514 555-0199 poste 12")
                    .set(Contact.OPT_IN_EMAIL, true)
                    .set(Contact.LANGUAGE_CODE, "EN-ca")
                    .set(Contact.PREFERRED_CONTACT_HOURS, "lun-ven 9 h-17 h")
                    .set(Contact.PRIMARY, true)
                    .build())
            .record();
    assertThat(made.name()).isEqualTo("Zoé Tremblay 🚗");
    assertThat(made.phone()).isEqualTo("514 555-0199 poste 12");
    assertThat(made.phoneE164()).isEqualTo("+15145550199");
    assertThat(made.languageCode()).isEqualTo("en-CA");
    assertThat(made.primary()).isTrue();
    assertThat(contacts.find(2, made.id())).contains(made);
    assertThat(contacts.list(2).records()).containsExactly(made);
    assertThat(contacts.find(1, made.id())).isEmpty();

    Contact changed =
        contacts
            .change(
                2,
                made.id(),
                RecordChange.of()
                    .clear(Contact.EMAIL)
                    .set(Contact.MOBILE, "438 555-0123")
                    .ifMatch(made.state().tag())
                    .build())
            .record();
    assertThat(changed.email()).isNull();
    assertThat(changed.phone()).isEqualTo(made.phone());
    assertThat(changed.mobileE164()).isEqualTo("+14385550123");
    assertThat(changed.state().tag()).isNotEqualTo(made.state().tag());
    assertThat(refused(() -> contacts.remove(2, made.id(), made.state().tag())).kind())
        .isEqualTo(ProblemException.Kind.STALE);
    contacts.remove(2, made.id(), changed.state().tag());
    assertThat(refused(() -> contacts.remove(2, made.id(), null)).kind())
        .isEqualTo(ProblemException.Kind.NOT_FOUND);
    assertThat(
            ProfileChangesTest.told(host.platform(), 2).stream()
                .map(Activity::title)
                .filter(title -> title.startsWith("Contact"))
                .toList())
        .containsExactly(
            "Contact supprimé\u00a0: Zoé Tremblay 🚗",
            "Contact modifié\u00a0: Zoé Tremblay 🚗",
            "Contact ajouté\u00a0: Zoé Tremblay 🚗");
  }

  private static void addresses(ProfileHost host) {
    Records<Address> addresses = host.node().records().addresses();
    Address made =
        addresses
            .add(
                2,
                RecordChange.of()
                    .set(Address.LABEL, "Entrepôt")
                    .set(Address.STREET, "12, rue du Port")
                    .set(Address.CITY, "Montréal")
                    .set(Address.PROVINCE, "Québec")
                    .set(Address.POSTAL_CODE, "h2x1y4")
                    .set(Address.LATITUDE, new BigDecimal("45.50889"))
                    .set(Address.LONGITUDE, new BigDecimal("-73.55424"))
                    .set(Address.DELIVERY_WINDOW_START, LocalTime.of(22, 0))
                    .set(Address.DELIVERY_WINDOW_END, LocalTime.of(4, 0))
                    .set(Address.SERVICE_ZONE, "Nord")
                    .set(Address.PRIMARY, true)
                    .confirm(Confirmation.WINDOW_OVER_MIDNIGHT)
                    .build())
            .record();
    assertThat(made.province()).isEqualTo("QC");
    assertThat(made.postalCode()).isEqualTo("H2X 1Y4");
    assertThat(made.countryCode()).isEqualTo("CA");
    assertThat(made.latitude()).isEqualByComparingTo("45.50889");
    assertThat(made.windowOverMidnight()).isTrue();
    assertThat(made.primary()).isTrue();
    Address other =
        addresses
            .add(2, RecordChange.of().set(Address.CITY, "Laval").set(Address.PRIMARY, true).build())
            .record();
    assertThat(addresses.list(2).records())
        .extracting(Address::id, Address::primary)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(made.id(), false),
            org.assertj.core.groups.Tuple.tuple(other.id(), true));
  }

  private static void vehicles(ProfileHost host) {
    Records<Vehicle> vehicles = host.node().records().vehicles();
    Saved<Vehicle> made =
        vehicles.add(
            2,
            RecordChange.of()
                .set(Vehicle.MAKE, "Ford")
                .set(Vehicle.VIN, "1M8GDM9A1KP042788")
                .set(Vehicle.LICENSE_PLATE, "fab 123")
                .set(Vehicle.MILEAGE, 48_000L)
                .set(Vehicle.FUEL_TYPE, "diesel")
                .build());
    assertThat(made.warnings())
        .extracting(Violation::code)
        .containsExactly("profile.vin_check_digit");
    long id = made.record().id();
    ProblemException back =
        refused(
            () -> vehicles.change(2, id, RecordChange.of().set(Vehicle.MILEAGE, 4_800L).build()));
    assertThat(back.violations())
        .extracting(Violation::code)
        .containsExactly("profile.mileage_lower");
    Vehicle corrected =
        vehicles
            .change(
                2,
                id,
                RecordChange.of()
                    .set(Vehicle.MILEAGE, 4_800L)
                    .confirm(Confirmation.MILEAGE_CORRECTION)
                    .build())
            .record();
    assertThat(corrected.mileage()).isEqualTo(4_800);
    assertThat(corrected.licensePlateNormalized()).isEqualTo("FAB123");
    List<Activity> told = ProfileChangesTest.told(host.platform(), 2);
    assertThat(told.get(0).description())
        .contains("Kilométrage\u00a0: 48000 → 4800")
        .contains("Kilométrage corrigé à la baisse");
    assertThat(told.get(1).type()).isEqualTo(ActivityType.VEHICLE_ADDED);
    assertThat(told.get(1).reference().id()).isEqualTo(id);
    assertThat(
            vehicles
                .change(2, id, RecordChange.of().set(Vehicle.MILEAGE, 4_800L).build())
                .unchanged())
        .isTrue();
  }

  @EveryServer
  void anOlderHostsOwnWordsStay(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.OLDER)) {
      Records<Contact> contacts = host.node().records().contacts();
      Contact found = contacts.list(1).records().get(0);
      assertThat(found.role()).isEqualTo("chef");
      Contact changed =
          contacts
              .change(1, found.id(), RecordChange.of().set(Contact.EMAIL, "a@b.ca").build())
              .record();
      assertThat(changed.role()).isEqualTo("chef");
      assertThat(changed.name()).isNull();
    }
  }

  @EveryServer
  void aHostWithoutATableSaysSo(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    assertThat(node.records().vehicles().list(customer).availability().available()).isFalse();
    ProblemException refused =
        refused(
            () ->
                node.records()
                    .vehicles()
                    .add(customer, RecordChange.of().set(Vehicle.MAKE, "Ford").build()));
    assertThat(refused.code()).isEqualTo("profile.not_available");
  }

  @EveryServer
  void quickActionsTellOfTheWorkshop(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.RECENT)) {
      host.database()
          .script(
              """
              insert into vehicles (customer_id, make) values (1, 'Ford'), (1, 'Kia');
              insert into work_orders (claim_number, customer_id, vehicle_id, status,
                completion_date) values ('WO-1', 1, 1, 'completed', '2026-03-01 12:00:00'),
                ('WO-2', 1, 1, 'pending', null), ('WO-3', 1, 1, 'cancelled', null);
              """);
      Map<Long, VehicleFacts> facts = host.node().records().vehicleFacts(1);
      assertThat(facts).containsOnlyKeys(1L, 2L);
      assertThat(facts.get(1L).lastService().number()).isEqualTo("WO-1");
      assertThat(facts.get(1L).openOrders()).isEqualTo(1);
      assertThat(facts.get(2L).openOrders()).isZero();
    }
  }

  @EveryServer
  void aHundredAreListedInAsManyStatementsAsTwo(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.RECENT)) {
      assertThat(statements(host, 1, 2)).isEqualTo(statements(host, 2, 100)).isLessThan(10);
    }
  }

  private static int statements(ProfileHost host, long customer, int count) {
    for (int i = 0; i < count; i++) {
      host.database()
          .update("insert into vehicles (customer_id, make) values (" + customer + ", 'v')");
    }
    host.node().records().vehicles().list(customer);
    host.node().records().vehicleFacts(customer);
    host.platform().statements().takeMine();
    assertThat(host.node().records().vehicles().list(customer).records()).hasSize(count);
    assertThat(host.node().records().vehicleFacts(customer)).hasSize(count);
    return host.platform().statements().takeMine().size();
  }

  private static ProblemException refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
