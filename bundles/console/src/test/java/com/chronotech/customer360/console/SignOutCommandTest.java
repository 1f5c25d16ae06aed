package com.chronotech.customer360.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.caller.Sessions;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignOutCommandTest {
  private final List<Object> ended = new ArrayList<>();

  private SignOutCommand command() {
    SignOutCommand command = new SignOutCommand();
    command.name = "zoé";
    command.sessions =
        (Sessions)
            Proxy.newProxyInstance(
                SignOutCommandTest.class.getClassLoader(),
                new Class<?>[] {Sessions.class},
                (proxy, method, arguments) -> {
                  ended.add(arguments[0]);
                  return ended.size();
                });
    return command;
  }

  @Test
  void everySessionOfANameIsEnded() throws Exception {
    assertThat(new Console().run(command())).contains("zoé : 1.");
    assertThat(new Console().speaking("en").run(command())).contains("Sessions of zoé ended: 2.");
    assertThat(ended).containsExactly("zoé", "zoé");
    SignOutCommand command = command();
    command.json = true;
    assertThat(new Console().run(command)).contains("\"ended\" : 3");
  }

  @Test
  void anAbsentServiceIsNamed() {
    SignOutCommand command = new SignOutCommand();
    assertThatThrownBy(() -> new Console().run(command)).hasMessageContaining("Sessions");
  }
}
