package com.chronotech.customer360.platform.core.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ThreadCallersTest {
  private static final Permission READ = new Permission("timeline.read");
  private static final Permission WRITE = new Permission("timeline.write");

  private final ThreadCallers callers =
      new ThreadCallers(
          RolePermissions.of(
              Map.of(
                  "admin", "*",
                  "technician", "timeline.read , timeline.write",
                  "archivist", "timeline.*",
                  "guest", "",
                  "service.pid", "not.a_role")));

  @Test
  void scopesNestAndRestore() {
    Caller outer = Caller.user("outer", 1, "technician");
    Caller inner = Caller.service("inner");
    assertThat(callers.current()).isEmpty();
    try (Callers.Scope first = callers.enter(outer)) {
      assertThat(first).isNotNull();
      try (Callers.Scope second = callers.enter(inner)) {
        assertThat(second).isNotNull();
        assertThat(callers.current()).contains(inner);
      }
      assertThat(callers.current()).contains(outer);
    }
    assertThat(callers.current()).isEmpty();
  }

  @Test
  void aScopeClosedByAnotherThreadIsGoneHere() {
    Callers.Scope scope = callers.enter(Caller.service("s"));
    CompletableFuture.runAsync(scope::close).join();
    assertThat(callers.current()).isEmpty();
  }

  @Test
  void aBindingBelongsToItsThread() {
    try (Callers.Scope scope = callers.enter(Caller.service("s"))) {
      assertThat(scope).isNotNull();
      assertThat(CompletableFuture.supplyAsync(callers::current).join()).isEmpty();
    }
  }

  @Test
  void rolesGrantWhatTheConfigurationSays() {
    assertThat(callers.may(Caller.user("a", 1, "admin"), WRITE)).isTrue();
    assertThat(callers.may(Caller.user("t", 1, "technician"), WRITE)).isTrue();
    assertThat(callers.may(Caller.user("r", 1, "archivist"), READ)).isTrue();
    assertThat(callers.may(Caller.user("g", 1, "guest"), READ)).isFalse();
    assertThat(callers.may(Caller.user("x", 1, "unheard of"), READ)).isFalse();
  }

  @Test
  void aRefusalSaysWhatIsMissingInTheCallersLanguage() {
    assertThatThrownBy(() -> callers.require(Caller.user("g", 1, "guest"), READ))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind().status()).isEqualTo(403);
              assertThat(problem.text().in(Locale.CANADA_FRENCH))
                  .isEqualTo("Vous n’avez pas le droit de faire cela (permission timeline.read).");
              assertThat(problem.text().in(Locale.US)).startsWith("You may not");
            });
  }

  @Test
  void aChangeTakesEffectAtOnce() {
    Caller guest = Caller.user("g", 1, "guest");
    callers.modified(Map.of("guest", "timeline.read"));
    assertThat(callers.may(guest, READ)).isTrue();
  }
}
