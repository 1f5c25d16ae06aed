package com.chronotech.customer360.demo;

import java.util.List;

/**
 * What the workshop does, how long it takes, what it costs, and in which months it is asked for.
 */
enum Catalogue {
  WINTER_TYRES("Pose des pneus d'hiver et équilibrage", 60, 110, "100000000388"),
  SUMMER_TYRES("Permutation pour pneus d'été", 60, 95, "001883000000"),
  OIL("Vidange d'huile et inspection 30 points", 45, 89, "333333333333"),
  BRAKES("Freins avant : disques et plaquettes", 120, 540, "222222222222"),
  BATTERY("Remplacement de la batterie", 30, 245, "953100001369"),
  COOLING("Recharge de la climatisation", 75, 210, "000136750000"),
  RUST("Traitement antirouille", 90, 160, "000012358810"),
  SUSPENSION("Bras de suspension et alignement", 180, 780, "223332222222"),
  DIAGNOSIS("Diagnostic : témoin moteur allumé", 60, 125, "222222222222"),
  EXHAUST("Silencieux et collecteur d'échappement", 150, 690, "122211111111"),
  WINDSHIELD("Remplacement du pare-brise", 120, 465, "233111111112"),
  TRANSMISSION("Réfection de la transmission", 480, 2950, "011111111110");

  private final String label;
  private final int minutes;
  private final int dollars;
  private final String months;

  Catalogue(String label, int minutes, int dollars, String months) {
    this.label = label;
    this.minutes = minutes;
    this.dollars = dollars;
    this.months = months;
  }

  private static final List<Catalogue> ALL = List.of(values());

  /** A service that would be asked for in that month. */
  static Catalogue askedIn(int month, Dice dice) {
    int total = 0;
    for (Catalogue service : ALL) {
      total += service.weight(month);
    }
    int left = dice.below(total);
    for (Catalogue service : ALL) {
      left -= service.weight(month);
      if (left < 0) {
        return service;
      }
    }
    return OIL;
  }

  /** How often it is asked for in that month, from 0 to 9. */
  private int weight(int month) {
    return months.charAt(month - 1) - '0';
  }

  String label() {
    return label;
  }

  int minutes() {
    return minutes;
  }

  int dollars() {
    return dollars;
  }
}
