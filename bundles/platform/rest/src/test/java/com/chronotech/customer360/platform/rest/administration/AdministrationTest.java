package com.chronotech.customer360.platform.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.caller.Roles;
import com.chronotech.customer360.platform.schema.Adoption;
import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import com.chronotech.customer360.platform.schema.AdoptionReport.Outcome;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.Test;

class AdministrationTest {
  private static final Caller CALLER = Caller.service("someone");

  private static <T> T made(Class<T> type, InvocationHandler does) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, does));
  }

  /** Callers who have exactly one permission. */
  private static Callers having(String permission) {
    return made(
        Callers.class,
        (self, method, arguments) -> {
          if (method.getName().equals("current")) {
            return Optional.of(CALLER);
          }
          if (!((Permission) arguments[1]).name().equals(permission)) {
            throw new IllegalStateException("refused");
          }
          return null;
        });
  }

  private static UriInfo uri() {
    return made(UriInfo.class, (self, method, arguments) -> new MultivaluedHashMap<>());
  }

  private static HttpHeaders headers() {
    return made(HttpHeaders.class, (self, method, arguments) -> null);
  }

  private static String text(Response response) {
    return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
  }

  @Test
  void rolesAreToldAsTheyAreConfigured() {
    Roles roles =
        made(
            Roles.class,
            (self, method, arguments) ->
                Map.of("staff", Set.of("timeline.read", "api.read"), "admin", Set.of("*")));
    assertThat(text(new RolesResource(roles, having("roles.read")).roles(uri(), headers())))
        .contains("\"role\":\"admin\"", "[\"*\"]", "[\"api.read\",\"timeline.read\"]");
    assertThatThrownBy(
            () -> new RolesResource(roles, having("adoption.read")).roles(uri(), headers()))
        .hasMessage("refused");
  }

  @Test
  void theReportOfTheLastAdoptionIsTold() {
    AdoptionReport report =
        new AdoptionReport(
            Instant.parse("2026-11-26T06:00:00Z"),
            List.of(new Entry("customers", "language", Outcome.NEEDS_ADMIN, 3, "Seul un DBA.")));
    Adoption adoption = made(Adoption.class, (self, method, arguments) -> report);
    assertThat(
            text(new AdoptionResource(adoption, having("adoption.read")).report(uri(), headers())))
        .contains(
            "\"at\":\"2026-11-26T06:00:00Z\"",
            "\"changes_anything\":false",
            "\"outcome\":\"needs_admin\",\"rows\":3,\"detail\":\"Seul un DBA.\"");
    assertThatThrownBy(
            () -> new AdoptionResource(adoption, having("roles.read")).report(uri(), headers()))
        .hasMessage("refused");
  }
}
