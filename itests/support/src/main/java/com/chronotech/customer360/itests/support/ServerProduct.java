package com.chronotech.customer360.itests.support;

/** The database servers that Customer 360 is tested on. */
public enum ServerProduct {
  /** The server that the embedded default ships. */
  MARIADB_11_4("mariadb-11.4"),
  /** The oldest supported line as developers have it; announces itself as MySQL 5.5.5. */
  MARIADB_10_11("mariadb-10.11"),
  /** Production. */
  MYSQL_8("mysql-8.0");

  private final String label;

  ServerProduct(String label) {
    this.label = label;
  }

  /** The name of its files, such as {@code mariadb-11.4}. */
  public String label() {
    return label;
  }

  /** Whether it is one of the MariaDB line. */
  public boolean isMariaDb() {
    return this != MYSQL_8;
  }

  @Override
  public String toString() {
    return label;
  }
}
