package com.chronotech.customer360.demo;

import com.chronotech.customer360.demo.Words.Town;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * An invented customer.
 *
 * @param id their number
 * @param business whether a firm stands behind the name
 * @param since when the host first wrote them down
 */
record Client(
    long id, String name, String company, boolean business, Reach reach, LocalDateTime since) {

  /** How they are reached. Each text may be null or empty. */
  record Reach(String email, String phone, String street, Town town, String postalCode) {}

  static Client invent(long id, Dice dice, Calendar calendar, boolean emptyStrings) {
    String first = dice.one(Words.FIRST_NAMES);
    String last = dice.one(Words.LAST_NAMES);
    boolean business = dice.chance(30);
    String nothing = emptyStrings && dice.chance(40) ? "" : null;
    String company = nothing;
    if (business) {
      company =
          dice.one(Words.TRADES)
              + " "
              + (dice.chance(50) ? last : dice.one(Words.LAST_NAMES))
              + " "
              + dice.one(Words.ENDINGS);
    }
    Town town = dice.one(Words.TOWNS);
    String phone = town.dialling() + "-555-" + digits(dice.below(10_000));
    Reach reach =
        new Reach(
            dice.chance(82) ? plain(first) + "." + plain(last) + id + "@courriel.example" : nothing,
            dice.chance(88) ? phone : nothing,
            dice.between(1, 9800) + " " + dice.one(Words.STREETS),
            town,
            town.area() + " " + dice.below(10) + letter(dice) + dice.below(10));
    return new Client(id, first + " " + last, company, business, reach, calendar.arrival(dice));
  }

  private static String digits(int number) {
    return Integer.toString(10_000 + number).substring(1);
  }

  // Canada Post leaves these letters out.
  private static char letter(Dice dice) {
    return "ABCEGHJKLMNPRSTVWXYZ".charAt(dice.below(20));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Days and hours at which a workshop is open. */
  record Calendar(LocalDate first, LocalDate last) {

    /** More customers come as the years go by. */
    LocalDateTime arrival(Dice dice) {
      int days = (int) (last.toEpochDay() - first.toEpochDay());
      int day = Math.max(dice.below(days), dice.below(days));
      return open(first.plusDays(day), dice);
    }

    /** A moment on that day, or on the next that is open. */
    LocalDateTime open(LocalDate day, Dice dice) {
      LocalDate date =
          switch (day.getDayOfWeek()) {
            case SUNDAY -> day.plusDays(1);
            case SATURDAY -> dice.chance(40) ? day : day.plusDays(2);
            default -> day;
          };
      int closes = date.getDayOfWeek() == java.time.DayOfWeek.SATURDAY ? 12 : 17;
      return date.atTime(dice.between(7, closes), dice.below(60), dice.below(60));
    }
  }
}
