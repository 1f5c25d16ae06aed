package com.chronotech.customer360.itests.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs on every server. It may take parameters of the types {@link DatabaseServer},
 * {@link ServerProduct}, {@link TestDatabase} (empty) and {@link TestPlatform} (over a small host):
 * one for a test class and server, dropped after the class. The system property {@code servers}
 * limits a run, such as {@code -Dservers=mysql-8.0}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EveryServerExtension.class)
public @interface EveryServer {
  /** The servers to run on. */
  ServerProduct[] value() default {
    ServerProduct.MARIADB_11_4, ServerProduct.MARIADB_10_11, ServerProduct.MYSQL_8
  };
}
