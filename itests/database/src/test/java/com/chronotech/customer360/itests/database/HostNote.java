package com.chronotech.customer360.itests.database;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A row of a host module's own table, with a key that the module gives. */
@Entity(name = "HostNote")
@Table(name = "host_jpa_note")
public class HostNote {
  @Id private long id;

  @Column(name = "customer_id")
  private long customerId;

  /** For the persistence provider. */
  protected HostNote() {}

  HostNote(long id, long customerId) {
    this.id = id;
    this.customerId = customerId;
  }

  long customerId() {
    return customerId;
  }
}
