package com.chronotech.customer360.platform.core.caller;

import java.lang.annotation.Annotation;

/** A security configuration of a test. */
record TestSecurity(String key, String publicKey, String issuer, String audience)
    implements SecurityConfiguration {

  static TestSecurity withKey(String key) {
    return new TestSecurity(key, "", "", "");
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return SecurityConfiguration.class;
  }

  @Override
  public String jaas_realm() {
    return "karaf";
  }

  @Override
  public String jwt_key() {
    return key;
  }

  @Override
  public String jwt_public_key() {
    return publicKey;
  }

  @Override
  public String jwt_issuer() {
    return issuer;
  }

  @Override
  public String jwt_audience() {
    return audience;
  }

  @Override
  public int jwt_clock_skew_seconds() {
    return 30;
  }

  @Override
  public int cache_seconds() {
    return 60;
  }

  @Override
  public int session_idle_minutes() {
    return 30;
  }

  @Override
  public int session_absolute_hours() {
    return 10;
  }
}
