package com.chronotech.example.reminders;

import java.time.LocalDate;
import java.util.List;

/** Books service reminders. Joins the transaction of the calling thread. */
public interface ReminderDesk {

  /**
   * Books a reminder: its row, a line in the log and an activity on the timeline, or nothing. At
   * most one reminder a customer and day; a second one fails, at the latest at commit.
   *
   * @return the id of the activity
   */
  long book(long customerId, LocalDate day, String note);

  /** The days a customer is to be reminded, in order. */
  List<LocalDate> days(long customerId);

  /** How many lines the log holds about a customer. */
  long logged(long customerId);
}
