package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.HostTables;
import com.chronotech.customer360.itests.support.TestDatabase;

/**
 * Fills the host's tables with invented customers inside the server. First and family names are
 * spread as they are in life: a few are those of tens of thousands, and one family in ten has a
 * name that a dozen customers share. Three customers in five have a vehicle.
 */
final class SampleCustomers {
  private static final long CHUNK = 250_000;

  private static final String FIRST_NAMES =
      "'Marie','Jean','Pierre','Louise','Michel','Sylvie','André','Nathalie','Claude','Hélène',"
          + "'François','Isabelle','Daniel','Chantal','Robert','Diane','Alain','Josée','Sébastien',"
          + "'Geneviève','Éric','Véronique','Mélanie','Stéphane','Annie','Luc','Caroline','Benoît',"
          + "'Émilie','Gabriel','Chloé','Félix','Léa','Zoé','Noémie','Thierry','Jean-François',"
          + "'Marie-Ève','Anne-Sophie','Raphaël'";

  private static final String FAMILY_NAMES =
      "'Tremblay','Gagnon','Roy','Côté','Bouchard','Gauthier','Morin','Lavoie','Fortin','Gagné',"
          + "'Ouellet','Pelletier','Bélanger','Lévesque','Bergeron','Leblanc','Paquette','Girard',"
          + "'Simard','Boucher','Caron','Beaulieu','Cloutier','Dubé','Poirier','Fournier','Lapointe',"
          + "'Leclerc','Lefebvre','Poulin','Thibault','St-Pierre','Nadeau','Martin','Landry','Martel',"
          + "'Bédard','Grenier','Lessard','Bernier'";

  private static final String SYLLABLES =
      "'ba','cor','dre','fil','gan','hu','jo','ker','lam','mon','nes','or','pel','qui','ros','sau',"
          + "'ter','ul','vin','zel'";

  private static final String CITIES =
      "'Montréal','Québec','Laval','Gatineau','Longueuil','Sherbrooke','Lévis','Saguenay',"
          + "'Trois-Rivières','Terrebonne','Saint-Jérôme','Brossard','Repentigny','Drummondville',"
          + "'Granby','Rimouski','Victoriaville','Rouyn-Noranda','Sept-Îles','Alma'";

  private SampleCustomers() {}

  /** Creates the host's tables with so many customers, numbered from 1. */
  static void create(TestDatabase database, long customers) {
    HostTables.create(database);
    database.update(
        "create table vehicles (id int not null auto_increment primary key, customer_id int,"
            + " make varchar(100), model varchar(100), year int, vin varchar(17),"
            + " license_plate varchar(20), mileage int, notes text,"
            + " created_at timestamp not null default current_timestamp,"
            + " updated_at timestamp not null default current_timestamp, key (customer_id))");
    for (long from = HostTables.CUSTOMERS + 1; from <= customers; from += CHUNK) {
      fill(database, from, Math.min(customers, from + CHUNK - 1));
    }
    database.rows("analyze table customers, vehicles");
  }

  private static void fill(TestDatabase database, long from, long to) {
    String family =
        "if(seq % 10 = 0, "
            + "concat("
            + syllable(10)
            + ", "
            + syllable(200)
            + ", "
            + syllable(4000)
            + "), "
            + skewed(FAMILY_NAMES, 69_621)
            + ")";
    database.update(
        "insert into customers (id, name, company, email, phone, city) select seq,"
            + " concat("
            + skewed(FIRST_NAMES, 48_271)
            + ", ' ', "
            + family
            + "),"
            + " if(seq % 4 = 0, concat('Garage ', "
            + family
            + ", ' inc.'), null),"
            + " concat(char(97 + seq % 26 using ascii), '.client', seq, '@courriel', seq % 200,"
            + " '.example'),"
            + " concat('(', elt(1 + seq % 5, '514', '418', '450', '819', '438'), ') ',"
            + " 200 + (seq * 31) % 800, '-', lpad(seq % 10000, 4, '0')),"
            + " elt(1 + (seq * 7) % 20, "
            + CITIES
            + ")"
            + " from seq_"
            + from
            + "_to_"
            + to);
    database.update(
        "insert into vehicles (customer_id, make, model, year, vin, license_plate, mileage) select"
            + " seq, elt(1 + seq % 4, 'Honda', 'Toyota', 'Ford', 'Mazda'), 'Modèle', 2005 + seq %"
            + " 20, concat('2HGES1656', lpad(seq, 8, '0')), concat(char(65 + (seq div 676000) % 26"
            + " using ascii), char(65 + (seq div 26000) % 26 using ascii), char(65 + (seq div 1000)"
            + " % 26 using ascii), ' ', lpad(seq % 1000, 3, '0')), 1000 + seq % 200000 from seq_"
            + from
            + "_to_"
            + to
            + " where seq % 5 < 3");
  }

  /** One of forty names, the first ones far more often. */
  private static String skewed(String names, int factor) {
    return "elt(1 + floor(40 * pow(((seq * " + factor + ") % 65537) / 65537, 2)), " + names + ")";
  }

  private static String syllable(int divisor) {
    return "elt(1 + (seq div " + divisor + ") % 20, " + SYLLABLES + ")";
  }
}
