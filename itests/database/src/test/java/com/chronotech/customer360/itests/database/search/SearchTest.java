package com.chronotech.customer360.itests.database.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.SearchNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.profile.CustomerFacet;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.CustomerFilter.Sort;
import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.FoundCustomer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a search finds is what a simple model finds, page by page, on every server. */
class SearchTest {

  @EveryServer
  void findsWhatASimpleModelFinds(TestDatabase database) {
    Town town = new Town(database, 11);
    try (TestPlatform platform = town(database, town, 300);
        SearchNode node = new SearchNode(platform)) {
      node.pass(77).round(() -> false);
      for (int i = 0; i < 150; i++) {
        Town.Question question = town.question();
        Set<Long> expected =
            town.people().stream()
                .filter(question.meets())
                .map(Town.Person::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(expected).as("of %s", question.text()).isNotEmpty();
        int perPage = 1 + i % 9;
        List<Long> found =
            walk(cursor -> node.search().search(question.text(), cursor, perPage), () -> {});
        assertThat(found).as("no repeats for %s", question.text()).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(found)).as("%s", question.text()).isEqualTo(expected);
      }
      lists(node, town);
      narrows(node, town);
      leavesNobodyOutWhileCustomersAreAdded(node, town);
      refuses(node);
    }
  }

  private static void lists(SearchNode node, Town town) {
    for (Sort sort : Sort.values()) {
      for (String city : new String[] {null, "montreal", "SAINT JÉRÔME", "Levis", "Nulle part"}) {
        CustomerFilter filter =
            new CustomerFilter(null, city, city == null ? null : "PRO", null, sort);
        Set<Long> expected =
            town.people().stream()
                .filter(person -> city == null || plain(person.city()).equals(plain(city)))
                .map(Town.Person::id)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Long> found = walk(cursor -> node.search().list(filter, cursor, 13), () -> {});
        assertThat(found).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(found)).as("%s", filter).isEqualTo(expected);
        if (sort == Sort.ID) {
          assertThat(found).isSorted();
        }
      }
    }
    CustomerFilter private_ = new CustomerFilter(null, null, null, "confidentiel", Sort.ID);
    assertThat(node.search().list(private_, null, 5).customers()).isEmpty();
  }

  private static void narrows(SearchNode node, Town town) {
    assertThat(node.search().values(CustomerFacet.CITY, null, 10))
        .containsExactly("LÉVIS", "Montréal", "Saint-Jérôme");
    assertThat(node.search().values(CustomerFacet.CITY, "saint jé", 10))
        .containsExactly("Saint-Jérôme");
    assertThat(node.search().values(CustomerFacet.CITY, "Québec", 10)).isEmpty();
    assertThat(node.search().values(CustomerFacet.CITY, null, 1)).hasSize(1);
    assertThat(node.search().values(CustomerFacet.SEGMENT, null, 10)).isEmpty();
    CustomerFilter filter = new CustomerFilter(null, "levis", "pro", "normal", Sort.NAME);
    Set<Long> expected =
        town.people().stream()
            .filter(person -> person.begins("tremblay") && plain(person.city()).equals("levis"))
            .map(Town.Person::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(expected).isNotEmpty();
    List<Long> found =
        walk(cursor -> node.search().search("tremblay", filter, cursor, 4), () -> {});
    assertThat(found).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(found)).isEqualTo(expected);
    CustomerFilter nobody = new CustomerFilter("Nulle part", null, null, null, Sort.ID);
    assertThat(walk(cursor -> node.search().search("tremblay", nobody, cursor, 4), () -> {}))
        .isEmpty();
  }

  private static String plain(String text) {
    return Town.fold(text).replace('-', ' ');
  }

  private static void leavesNobodyOutWhileCustomersAreAdded(SearchNode node, Town town) {
    Set<Long> before = ids(town, "tremblay");
    List<Long> found =
        walk(
            cursor -> node.search().search("tremblay", cursor, 4),
            () -> {
              town.add(2);
              node.pass(50).round(() -> false);
            });
    assertThat(found).doesNotHaveDuplicates().containsAll(before);
    assertThat(ids(town, "tremblay")).containsAll(found);
  }

  private static Set<Long> ids(Town town, String beginning) {
    return town.people().stream()
        .filter(person -> person.begins(beginning))
        .map(Town.Person::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void refuses(SearchNode node) {
    String cursor = node.search().search("tremblay", null, 1).nextCursor();
    assertThatThrownBy(() -> node.search().search("marie", cursor, 101))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(one -> one.code())
                    .containsExactly("profile.per_page", "profile.cursor_of_other_query"));
    for (String text : new String[] {null, "  ", "a", "12", "x".repeat(201), "🚗"}) {
      assertThatThrownBy(() -> node.search().search(text, "?", 1))
          .as("%s", text)
          .isInstanceOfSatisfying(
              ProblemException.class, refused -> assertThat(refused.violations()).hasSize(2));
    }
  }

  static List<Long> walk(Function<String, CustomerPage> pages, Runnable between) {
    List<Long> found = new ArrayList<>();
    String cursor = null;
    do {
      CustomerPage page = pages.apply(cursor);
      page.customers().stream().map(FoundCustomer::id).forEach(found::add);
      cursor = page.nextCursor();
      between.run();
    } while (cursor != null && found.size() < 10_000);
    return found;
  }

  static TestPlatform town(TestDatabase database, Town town, int customers) {
    TestSchema.prepare(database, Town.TABLES);
    town.add(customers);
    return new TestPlatform(database, "node-a");
  }
}
