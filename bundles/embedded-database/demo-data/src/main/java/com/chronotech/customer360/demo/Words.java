package com.chronotech.customer360.demo;

import java.util.List;

/** The words that invented people, firms and places are made of. */
final class Words {
  static final List<String> FIRST_NAMES =
      List.of(
          "Anne-Marie",
          "Réjean",
          "Ginette",
          "Benoît",
          "Maude",
          "Yannick",
          "Solène",
          "Normand",
          "Francine",
          "Hubert",
          "Mélissa",
          "Gaétan",
          "Ève",
          "Raphaël",
          "Josée",
          "Stéphane",
          "Nadia",
          "Youssef",
          "Thi Lan",
          "Mamadou",
          "Priya",
          "Diego",
          "Aïcha",
          "Karim",
          "Isabelle",
          "Luc",
          "Marie-Ève",
          "Jérôme",
          "Danielle",
          "Patrick",
          "Sylvie",
          "Éric",
          "Geneviève",
          "Alexis",
          "Catherine",
          "Mathieu",
          "Heather",
          "Graham",
          "Fiona",
          "Owen");
  static final List<String> LAST_NAMES =
      List.of(
          "Thibodeau",
          "Charbonneau",
          "Desrosiers",
          "L'Heureux",
          "Saint-Onge",
          "D'Astous",
          "Beaulieu",
          "Lamontagne",
          "Vaillancourt",
          "Robitaille",
          "Deschênes",
          "Villeneuve",
          "Archambault",
          "Mc Duff",
          "Laframboise",
          "Hébert",
          "Lemieux",
          "Sauvé",
          "Trudel",
          "Bissonnette",
          "Gélinas",
          "Mongrain",
          "Diallo",
          "Haddad",
          "Pham",
          "Okafor",
          "Singh",
          "Herrera",
          "O'Neil",
          "Campbell",
          "Wójcik",
          "Marcotte",
          "Quirion",
          "Rhéaume",
          "Savoie",
          "Turcotte",
          "Poirier",
          "Lanctôt",
          "Brisebois",
          "Cormier");
  static final List<String> STREETS =
      List.of(
          "rue des Érables",
          "chemin du Lac",
          "boulevard Taschereau",
          "rue Principale",
          "avenue du Parc",
          "rang Saint-Joseph",
          "rue de l'Église",
          "côte de la Montagne",
          "rue Saint-Jean-Baptiste",
          "route 132 Est",
          "rue du Moulin",
          "place des Pionniers");
  static final List<String> TRADES =
      List.of(
          "Plomberie",
          "Excavation",
          "Paysagement",
          "Toitures",
          "Déneigement",
          "Électricité",
          "Boulangerie",
          "Messagerie",
          "Ferme",
          "Imprimerie");
  static final List<String> ENDINGS = List.of("inc.", "ltée", "& associés", "et fils", "enr.");
  static final List<String> NOTES =
      List.of(
          "Préfère être joint après 17 h.",
          "Laisse les clés dans la boîte de dépôt.",
          "Attention : chien dans la cour.",
          "Paie toujours comptant.",
          "Demande une voiture de courtoisie.",
          "Ne pas laisser de message vocal.",
          "Référé par son beau-frère.",
          "Facture à envoyer à la comptabilité,\nà l'attention de la directrice.");
  static final List<String> FOUR_BYTE_NOTES =
      List.of("Cliente très satisfaite 😀", "Pneus entreposés 🛞 rangée 4", "À rappeler 📞 lundi");
  static final List<String> COLOURS =
      List.of("Gris acier", "Bleu nuit", "Vert forêt", "Argent", "Bourgogne", "Blanc nacré");
  static final List<String> ZONES = List.of("Rive-Nord", "Rive-Sud", "Centre", "Est", "Ouest");
  static final List<String> METHODS = List.of("credit_card", "debit_card", "cash", "paypal");
  static final List<String> BUSINESS_METHODS = List.of("transfer", "check", "transfer", "stripe");
  static final List<String> CONTACT_ROLES = List.of("comptabilité", "répartition", "chauffeur");
  static final List<String> CONTACT_CODES = List.of("accountant", "buyer", "driver");
  static final List<String> ADDRESS_LABELS = List.of("Atelier", "Bureau", "Cour arrière");

  /**
   * A town.
   *
   * @param name its name
   * @param province its province
   * @param area the first half of its postal codes
   * @param dialling its area code
   */
  record Town(String name, String province, String area, String dialling) {}

  static final List<Town> TOWNS =
      List.of(
          new Town("Montréal", "QC", "H1W", "514"),
          new Town("Montréal", "QC", "H4C", "438"),
          new Town("Longueuil", "QC", "J4K", "450"),
          new Town("Québec", "QC", "G1L", "418"),
          new Town("Lévis", "QC", "G6V", "418"),
          new Town("Saguenay", "QC", "G7H", "418"),
          new Town("Rimouski", "QC", "G5L", "418"),
          new Town("Drummondville", "QC", "J2B", "819"),
          new Town("Saint-Jérôme", "QC", "J7Z", "450"),
          new Town("Rouyn-Noranda", "QC", "J9X", "819"),
          new Town("Hawkesbury", "ON", "K6A", "613"),
          new Town("Sudbury", "ON", "P3E", "705"),
          new Town("Edmundston", "NB", "E3V", "506"),
          new Town("Moncton", "NB", "E1C", "506"));

  /**
   * A vehicle model.
   *
   * @param make who makes it
   * @param model its name
   * @param fuel what it runs on
   * @param since the first year it is sold here
   */
  record Model(String make, String model, String fuel, int since) {}

  static final List<Model> MODELS =
      List.of(
          new Model("Toyota", "Matrix", "essence", 2003),
          new Model("Toyota", "RAV4 Hybride", "hybrid", 2016),
          new Model("Honda", "Fit", "essence", 2007),
          new Model("Mazda", "3 Sport", "essence", 2004),
          new Model("Nissan", "Rogue", "essence", 2008),
          new Model("Hyundai", "Ioniq 5", "electric", 2022),
          new Model("Kia", "Soul", "essence", 2010),
          new Model("Chevrolet", "Bolt EV", "electric", 2017),
          new Model("GMC", "Sierra 1500", "essence", 2003),
          new Model("Ford", "Transit 250", "diesel", 2014),
          new Model("Ford", "Escape", "essence", 2003),
          new Model("Mercedes-Benz", "Sprinter 2500", "diesel", 2010),
          new Model("Subaru", "Crosstrek", "essence", 2013),
          new Model("Volkswagen", "Jetta TDI", "diesel", 2006));

  private Words() {}
}
