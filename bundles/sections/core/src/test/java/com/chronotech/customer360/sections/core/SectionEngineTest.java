package com.chronotech.customer360.sections.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;

class SectionEngineTest {
  private static final Caller TECHNICIAN = Caller.user("tech", 5, "technician");
  private static final Caller MANAGER = Caller.user("boss", 6, "manager");

  private final Tabs tabs = new Tabs();
  private final SectionEngine engine = new SectionEngine(tabs, new OneCustomer(), new TwoRoles());

  @Test
  void whatNoDomainPublishesIsNotInstalled() {
    Loaded documents = engine.load(TECHNICIAN, 1, "documents");
    assertThat(documents.availability()).isEqualTo(Availability.no("not_installed"));
    assertThat(documents.data().values()).isEmpty();
    assertThat(documents.data().privacyLevel()).isEqualTo("normal");
  }

  @Test
  void anUnknownNameIsToldTheKnownOnes() {
    tabs.addSection(section("tyres", "a", Availability.YES), Map.of());
    assertThatThrownBy(() -> engine.load(MANAGER, 1, "wheels"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(Kind.NOT_FOUND);
              assertThat(refused.text().in(Locale.CANADA))
                  .contains("\"wheels\"", "profile", "consents", "tyres");
            });
  }

  @Test
  void whatTheHostLacksIsNotLoadedAndSaysWhy() {
    tabs.addSection(section("finances", null, Availability.no("table_missing")), Map.of());
    Loaded finances = engine.load(MANAGER, 1, "finances");
    assertThat(finances.availability().reason()).isEqualTo("table_missing");
    assertThat(finances.data().values()).isEmpty();
  }

  @Test
  void whoMayNotIsRefusedBeforeAnythingIsSaid() {
    tabs.addSection(section("finances", null, Availability.no("table_missing")), Map.of());
    for (long customer : new long[] {1, 404}) {
      assertThatThrownBy(() -> engine.load(TECHNICIAN, customer, "finances"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
    }
  }

  @Test
  void aCustomerThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> engine.load(MANAGER, 404, "documents"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  void theGreatestRankingAnswersAndAnotherTakesItsPlace() {
    Section first = section("finances", "first", Availability.YES);
    Section better = section("finances", "better", Availability.YES);
    tabs.addSection(first, Map.of(Constants.SERVICE_ID, 1L));
    tabs.addSection(better, Map.of(Constants.SERVICE_ID, 2L, Constants.SERVICE_RANKING, 10));
    assertThat(value(engine.load(MANAGER, 1, "finances"))).isEqualTo("better");
    tabs.removeSection(better);
    assertThat(value(engine.load(MANAGER, 1, "finances"))).isEqualTo("first");
    tabs.removeSection(first);
    assertThat(engine.load(MANAGER, 1, "finances").availability().available()).isFalse();
  }

  @Test
  void theListTellsWhatACallerMayOpen() {
    tabs.addSection(section("finances", "x", Availability.YES), Map.of());
    tabs.addSection(section("tyres", "x", Availability.YES), Map.of());
    List<Tab> list = engine.list(TECHNICIAN);
    assertThat(list).extracting(Tab::name).startsWith("profile", "contacts").endsWith("tyres");
    assertThat(list)
        .filteredOn(tab -> tab.name().equals("finances"))
        .containsExactly(new Tab("finances", Availability.YES, false));
  }

  private static Object value(Loaded loaded) {
    return loaded.data().values().get("value");
  }

  private static Section section(String name, String value, Availability availability) {
    return new Section() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Permission permission() {
        return new Permission("finances.read");
      }

      @Override
      public Availability availability() {
        return availability;
      }

      @Override
      public SectionData load(Caller caller, long customerId) {
        return new SectionData("normal", Map.of("value", value));
      }
    };
  }

  private static final class OneCustomer implements HostDirectory {
    @Override
    public Optional<HostCustomer> customer(long customerId) {
      return customerId == 1
          ? Optional.of(new HostCustomer(1, "Camille", ZoneOffset.UTC))
          : Optional.empty();
    }

    @Override
    public Map<HostReference, ReferenceSummary> references(Collection<HostReference> references) {
      return Map.of();
    }

    @Override
    public Map<Long, String> userNames(Collection<Long> userIds) {
      return Map.of();
    }
  }

  private static final class TwoRoles implements Callers {
    @Override
    public Optional<Caller> current() {
      return Optional.empty();
    }

    @Override
    public Scope enter(Caller caller) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean may(Caller caller, Permission permission) {
      return caller.roles().equals(Set.of("manager")) || !permission.name().equals("finances.read");
    }

    @Override
    public void require(Caller caller, Permission permission) {
      if (!may(caller, permission)) {
        throw new ProblemException(Kind.FORBIDDEN, "caller.forbidden", locale -> "no", List.of());
      }
    }
  }
}
