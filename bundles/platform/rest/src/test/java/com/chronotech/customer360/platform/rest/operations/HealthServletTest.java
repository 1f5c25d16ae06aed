package com.chronotech.customer360.platform.rest.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.platform.rest.ServletExchange;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class HealthServletTest {
  private final HealthServlet health = new HealthServlet(new OperationsAccess(open(), null, null));

  /** Everybody may look. */
  private static OperationsConfiguration open() {
    return (OperationsConfiguration)
        Proxy.newProxyInstance(
            OperationsConfiguration.class.getClassLoader(),
            new Class<?>[] {OperationsConfiguration.class},
            (self, method, arguments) -> true);
  }

  private record Fixed(String name, boolean up, boolean isNeededToServe) implements HealthCheck {
    @Override
    public Result check() {
      return new Result(up, "as it is");
    }
  }

  private ServletExchange asked(String path) throws Exception {
    ServletExchange exchange = new ServletExchange("GET", path);
    health.service(exchange.request(), exchange.response());
    return exchange;
  }

  @Test
  void whatIsNotNeededToServeFailsHealthAndLeavesTheNodeInTheBalancer() throws Exception {
    health.addCheck(new Fixed("database", true, true));
    health.addCheck(new Fixed("ledger", false, false));

    assertThat(asked("/ready").status()).isEqualTo(200);
    assertThat(asked("/ready").body())
        .contains("\"status\":\"up\"")
        .contains("{\"name\":\"ledger\",\"up\":false,\"needed_to_serve\":false");
    assertThat(asked(null).status()).isEqualTo(503);
    assertThat(asked("/").body()).contains("\"status\":\"down\"");
    assertThat(asked("/live").status()).isEqualTo(200);
  }

  @Test
  void whatIsNeededToServeFailsBoth() throws Exception {
    health.addCheck(new Fixed("database", false, true));
    health.addCheck(new Fixed("ledger", true, false));

    assertThat(asked("/ready").status()).isEqualTo(503);
    assertThat(asked(null).status()).isEqualTo(503);
    assertThat(asked("/live").status()).isEqualTo(200);
  }

  @Test
  void aCheckThatThrowsHasFailed() throws Exception {
    HealthCheck broken =
        new HealthCheck() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Result check() {
            throw new IllegalStateException("unknown");
          }
        };
    health.addCheck(broken);
    assertThat(asked("/ready").status()).isEqualTo(503);
    health.removeCheck(broken);
    assertThat(asked("/ready").status()).isEqualTo(200);
    assertThat(asked(null).status()).isEqualTo(200);
  }
}
