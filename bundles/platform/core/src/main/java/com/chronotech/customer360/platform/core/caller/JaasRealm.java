package com.chronotech.customer360.platform.core.caller;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The container's JAAS realm: a file, LDAP or what the administrator configured. */
final class JaasRealm implements PasswordRealm {
  private static final Logger LOG = LoggerFactory.getLogger(JaasRealm.class);

  private final String realm;

  JaasRealm(String realm) {
    this.realm = realm;
  }

  @Override
  public Optional<Set<String>> signIn(String name, char[] password) {
    Subject subject = new Subject();
    try {
      LoginContext login =
          new LoginContext(
              realm,
              subject,
              callbacks -> {
                for (Callback callback : callbacks) {
                  if (callback instanceof NameCallback asked) {
                    asked.setName(name);
                  } else if (callback instanceof PasswordCallback asked) {
                    asked.setPassword(password);
                  }
                }
              });
      login.login();
      Set<String> roles =
          subject.getPrincipals(RolePrincipal.class).stream()
              .map(role -> role.getName().toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
      login.logout();
      return Optional.of(roles);
    } catch (FailedLoginException e) {
      LOG.debug("refused {}", name, e);
      return Optional.empty();
    } catch (LoginException | SecurityException e) {
      LOG.warn("the JAAS realm {} failed: {}", realm, e.toString());
      return Optional.empty();
    }
  }
}
