package com.chronotech.example.reminders.internal;

import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import com.chronotech.example.reminders.ReminderDesk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One transaction for three writers: a JPA unit and plain JDBC of this module's, and the timeline.
 * All of them reach the same connection, so a failure of any undoes all.
 */
@Component(service = ReminderDesk.class)
public final class SharedReminderDesk implements ReminderDesk {

  private final TimelineService timeline;
  private final Transactions transactions;
  private final DataSource database;
  private final EntityManagerFactory reminders;

  /** Creates the desk and, where they are missing, its two tables. */
  @Activate
  public SharedReminderDesk(
      @Reference TimelineService timeline,
      @Reference Transactions transactions,
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource database,
      @Reference(target = "(osgi.unit.name=example-reminders)") EntityManagerFactory reminders) {
    this.timeline = timeline;
    this.transactions = transactions;
    this.database = database;
    this.reminders = reminders;
    createTables();
  }

  @Override
  public long book(long customerId, LocalDate day, String note) {
    return transactions.<Long, RuntimeException>required(
        () -> {
          EntityManager entities = reminders.createEntityManager();
          try {
            entities.joinTransaction();
            entities.persist(new Reminder(customerId, day, note));
          } finally {
            entities.close(); // detaches after the commit, at which it is flushed
          }
          write("insert into example_reminder_log (customer_id) values (" + customerId + ")");
          return timeline
              .record(
                  NewActivity.of(customerId, ActivityType.APPOINTMENT, "Rappel : " + note)
                      .metadata("{\"due\":\"" + day + "\"}")
                      .build())
              .activity()
              .id();
        });
  }

  @Override
  public List<LocalDate> days(long customerId) {
    return transactions.<List<LocalDate>, RuntimeException>required(
        () -> {
          EntityManager entities = reminders.createEntityManager();
          try {
            return entities
                .createQuery(
                    "select r.dueDay from Reminder r where r.customerId = ?1 order by r.dueDay",
                    LocalDate.class)
                .setParameter(1, customerId)
                .getResultList();
          } finally {
            entities.close();
          }
        });
  }

  @Override
  public long logged(long customerId) {
    return transactions.<Long, RuntimeException>required(
        () -> {
          try (Connection connection = database.getConnection();
              PreparedStatement count =
                  connection.prepareStatement(
                      "select count(*) from example_reminder_log where customer_id = ?")) {
            count.setLong(1, customerId);
            try (var rows = count.executeQuery()) {
              rows.next();
              return rows.getLong(1);
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void createTables() {
    transactions.run(
        () -> {
          write(
              "create table if not exists example_reminder (id bigint auto_increment primary key,"
                  + " customer_id bigint not null, due_day date not null, note varchar(200) not"
                  + " null, unique (customer_id, due_day))");
          write(
              "create table if not exists example_reminder_log"
                  + " (id bigint auto_increment primary key, customer_id bigint not null)");
        });
  }

  /** Plain JDBC: the connection of the running transaction, and no commit of its own. */
  private void write(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
