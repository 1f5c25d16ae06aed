package com.chronotech.example.reminders.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A row of the module's own table. */
@Entity
@Table(name = "example_reminder")
public class Reminder {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "customer_id", nullable = false)
  private long customerId;

  @Column(name = "due_day", nullable = false)
  private LocalDate dueDay;

  @Column(nullable = false)
  private String note;

  /** For JPA. */
  protected Reminder() {}

  Reminder(long customerId, LocalDate dueDay, String note) {
    this.customerId = customerId;
    this.dueDay = dueDay;
    this.note = note;
  }

  /** The row's id; null until it is written. */
  public Long id() {
    return id;
  }

  /** The customer to be reminded. */
  public long customerId() {
    return customerId;
  }

  /** The day. */
  public LocalDate dueDay() {
    return dueDay;
  }

  /** What about. */
  public String note() {
    return note;
  }
}
