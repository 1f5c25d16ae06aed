package com.chronotech.customer360.demo;

import com.chronotech.customer360.demo.Client.Calendar;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the invented customers agreed to since forms for it exist, as a file that Customer 360
 * imports: most were asked for some purposes, some withdrew, a few brought paper without proof.
 */
final class ConsentStory {
  private static final LocalDate FIRST_FORMS = LocalDate.of(2024, 9, 3);
  private static final String HEADER =
      "customer_id,consent_type,decision,occurred_at,source,channel,notice_version,language\n";
  private static final List<String> WAYS =
      List.of(
          "web_form,email",
          "counter_tablet,",
          "counter_tablet,",
          "work_order_signature,",
          "telephone,phone");

  /** A purpose, how often customers are asked for it, and how often they agree. */
  private record Purpose(String code, int asked, int agreed) {}

  private static final List<Purpose> PURPOSES =
      List.of(
          new Purpose("marketing_email", 62, 68),
          new Purpose("marketing_sms", 45, 48),
          new Purpose("analytics", 35, 70),
          new Purpose("profiling", 30, 55),
          new Purpose("data_sharing", 18, 25),
          new Purpose("service_notifications", 70, 94));

  private final HostDatabase database;
  private final Calendar calendar;

  ConsentStory(HostDatabase database) {
    this.database = database;
    this.calendar = new Calendar(LocalDate.of(2006, 3, 6), database.until());
  }

  void tell(Writer out) throws IOException {
    out.write(HEADER);
    for (long id = 1; id <= database.customers(); id++) {
      LocalDateTime since =
          Client.invent(id, new Dice(database.seed(), id), calendar, false).since();
      Dice dice = new Dice(database.seed() + 1, id);
      for (Purpose purpose : PURPOSES) {
        if (dice.chance(purpose.asked())) {
          purpose(out, id, purpose, since, dice);
        }
      }
    }
  }

  private void purpose(Writer out, long id, Purpose purpose, LocalDateTime since, Dice dice)
      throws IOException {
    LocalDate from = since.toLocalDate().isAfter(FIRST_FORMS) ? since.toLocalDate() : FIRST_FORMS;
    LocalDateTime asked = later(from, dice);
    boolean agreed = dice.chance(purpose.agreed());
    boolean paper = agreed && dice.chance(6);
    String shown = paper ? "," : "1.0," + (dice.chance(86) ? "fr-CA" : "en-CA");
    String way = paper ? "paper_archive," : dice.one(WAYS);
    line(out, id, purpose, agreed ? "granted" : "refused", asked, way + "," + shown);
    if (agreed && dice.chance(14)) {
      LocalDateTime withdrawn = later(asked.toLocalDate().plusDays(1), dice);
      line(out, id, purpose, "revoked", withdrawn, "telephone,phone,,");
    }
  }

  private static void line(
      Writer out, long id, Purpose purpose, String decision, LocalDateTime at, String rest)
      throws IOException {
    out.write(id + "," + purpose.code() + "," + decision + "," + at.toInstant(ZoneOffset.UTC));
    out.write("," + rest + "\n");
  }

  private LocalDateTime later(LocalDate from, Dice dice) {
    int days = (int) Math.max(1, database.until().toEpochDay() - from.toEpochDay());
    // an open workshop's hours, in UTC
    return calendar.open(from.plusDays(dice.below(days)), dice).plusHours(4);
  }
}
