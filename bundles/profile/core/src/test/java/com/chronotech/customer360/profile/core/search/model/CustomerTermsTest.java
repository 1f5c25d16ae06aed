package com.chronotech.customer360.profile.core.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CustomerTermsTest {

  @Test
  void foldAccentsCaseAndLigatures() {
    assertThat(Folding.fold("ÉLISE Bœuf STRAUSS Straße Łódź Ørsted ﬁn"))
        .isEqualTo("elise boeuf strauss strasse lodz orsted fin");
    assertThat(Folding.fold("ÇA et là")).isEqualTo("ca et la");
    assertThat(Folding.fold("İstanbul ISPARTA")).isEqualTo("istanbul isparta");
  }

  @Test
  void keepOtherScripts() {
    assertThat(Folding.fold("李小明")).isEqualTo("李小明");
    assertThat(Folding.fold("ИВАН Йосиф")).isEqualTo("иван иосиф");
    assertThat(Folding.fold("مُحَمَّد")).isEqualTo("محمد");
    assertThat(Folding.fold("हिन्दी")).isEqualTo("हिन्दी");
    assertThat(Folding.fold("한국")).isEqualTo("한국");
  }

  @Test
  void splitAndJoinAtApostrophesAndHyphens() {
    assertThat(Words.of("Jean-Pierre L’Étoile & Fils"))
        .containsExactlyInAnyOrder(
            "jean", "pierre", "jeanpierre", "l", "etoile", "letoile", "fils");
  }

  @Test
  void dropEmojiAndSigns() {
    assertThat(Words.of("🚗 Garage ★ 24/7 (Laval)"))
        .containsExactlyInAnyOrder("garage", "24", "7", "247", "laval");
    assertThat(Words.of("🚗")).isEmpty();
  }

  @Test
  void knowPhonesInNationalAndInternationalWriting() {
    Set<String> forms = Set.of("5145551234", "15145551234", "5551234");
    for (String written :
        List.of("514-555-1234", "(514) 555 1234", "+1 514 555-1234", "1-514-555-1234")) {
      assertThat(Digits.forms(written)).as(written).containsExactlyInAnyOrderElementsOf(forms);
    }
    assertThat(Digits.forms("514 555-1234 ext. 22")).containsExactlyInAnyOrderElementsOf(forms);
    assertThat(Digits.forms("+33 1 42 68 53 00")).contains("33142685300", "2685300");
    assertThat(SearchText.words("011 33 1 42 68 53 00").get(0).head()).isEqualTo("33142685300");
    assertThat(SearchText.words("paul 514 555 1234").get(1).head()).isEqualTo("5145551234");
    assertThat(Digits.forms("12")).isEmpty();
  }

  @Test
  void takeEverythingOfACustomer() {
    HostRecord vehicle =
        new HostRecord(
            RecordKind.VEHICLE,
            1,
            7,
            Map.of("license_plate", "a12-BCD", "vin", "1HGCM82633A004352"),
            null,
            null,
            1,
            "vehicles");
    HostRecord contact =
        new HostRecord(
            RecordKind.CONTACT,
            1,
            7,
            Map.of("name", "Zoé Roy"),
            null,
            null,
            1,
            "customer_contacts");
    CustomerRow row =
        new CustomerRow(
            7,
            EnumSet.allOf(CustomerColumn.class),
            Map.of(
                CustomerColumn.NAME, "Noël Côté",
                CustomerColumn.EMAIL, "Noel.Cote@Videotron.CA",
                CustomerColumn.CITY, "Saint-Jérôme",
                CustomerColumn.PRIVACY_LEVEL, "restreint"));
    Set<String> terms =
        CustomerTerms.of(row, List.of(contact), List.of(vehicle), List.of("VIP")).stream()
            .map(term -> term.kind() + " " + term.text())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(terms)
        .containsExactlyInAnyOrder(
            "NAME noel",
            "NAME cote",
            "EMAIL noel.cote@videotron.ca",
            "EMAIL noelcote",
            "EMAIL videotronca",
            "CONTACT zoe",
            "CONTACT roy",
            "PLATE a12bcd",
            "PLATE 12bcd",
            "PLATE bcd",
            "VIN 1hgcm82633a004352",
            "VIN 3a004352",
            "CITY :c:saint jerome",
            "PRIVACY :p:restreint",
            "LABEL :s:vip",
            "SORT_NAME :n:noel cote");
  }

  @Test
  void readSearchesInParts() {
    assertThat(SearchText.words("Jean-Pierre"))
        .containsExactly(new SearchWord("jean", "jeanpierre", List.of("pierre")));
    assertThat(SearchText.words("l'heureux")).containsExactly(SearchWord.of("lheureux"));
    assertThat(SearchText.words("Noel.Cote@videotron"))
        .containsExactly(SearchWord.of("noel.cote@videotron"));
    assertThat(SearchText.words(" @gmail.com "))
        .containsExactly(new SearchWord("gmail", "gmailcom", List.of("com")));
    assertThat(SearchText.searchable(SearchText.words("j t"))).isFalse();
    assertThat(SearchText.searchable(SearchText.words("李"))).isTrue();
    assertThat(SearchText.searchable(SearchText.words("51"))).isFalse();
    assertThat(SearchText.searchable(SearchText.words("514"))).isTrue();
  }

  @Property
  void foldingIsDoneOnce(@ForAll @StringLength(max = 40) String text) {
    String folded = Folding.fold(text);
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }

  @Property
  void everyWordOfANameIsFoundByItself(@ForAll @StringLength(max = 60) String name) {
    Set<String> words = Words.of(name);
    for (String word : Words.parts(Folding.fold(name))) {
      assertThat(words).contains(word);
    }
    assertThat(words).allMatch(word -> word.codePoints().allMatch(Folding::isWord));
  }

  @Property
  void cursorsAreReadAsWritten(
      @ForAll @StringLength(max = 20) String text, @ForAll long customer, @ForAll int question) {
    String term = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    PageCursor cursor = new PageCursor(new Place(term, customer), 3, question);
    String written = cursor.encode();
    assertThat(PageCursor.decode(written)).contains(cursor);
    assertThat(PageCursor.decode(written.substring(1))).isEmpty();
    assertThat(PageCursor.decode("x" + written)).isEmpty();
  }
}
