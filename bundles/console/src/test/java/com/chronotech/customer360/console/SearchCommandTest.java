package com.chronotech.customer360.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.profile.CustomerFacet;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.CustomerSearch;
import com.chronotech.customer360.profile.FoundCustomer;
import com.chronotech.customer360.profile.SearchIndexState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchCommandTest {

  private final SearchFake search = new SearchFake();

  @Test
  void whoIsFoundIsATableWithTheWayToTheNextPage() throws Exception {
    assertThat(new Console().run(searchFor("jean", "tremblay")))
        .contains("Jean Tremblay", "Laval")
        .contains("customer360:search --cursor next jean tremblay")
        .contains("40");
    assertThat(search.asked).containsExactly("jean tremblay");
  }

  @Test
  void jsonSaysWhetherTheIndexIsWhole() throws Exception {
    SearchCommand command = searchFor("jean");
    command.json = true;
    JsonNode read = new ObjectMapper().readTree(new Console().run(command));
    assertThat(read.get("complete").asBoolean()).isFalse();
    assertThat(read.at("/customers/0/id").asLong()).isEqualTo(7);
  }

  @Test
  void withoutWordsThereIsOnlyARebuild() throws Exception {
    SearchCommand command = searchFor();
    assertThatThrownBy(() -> new Console().run(command)).isInstanceOf(CommandRefused.class);
    command.rebuild = true;
    assertThat(new Console().run(command)).contains("relit tout");
    assertThat(search.asked).containsExactly("rebuild");
  }

  private SearchCommand searchFor(String... words) {
    SearchCommand command = new SearchCommand();
    command.search = search;
    command.words = words.length == 0 ? null : List.of(words);
    return command;
  }

  private static final class SearchFake implements CustomerSearch {
    private final List<String> asked = new ArrayList<>();

    @Override
    public CustomerPage search(String text, CustomerFilter filter, String cursor, int perPage) {
      asked.add(text);
      FoundCustomer found =
          new FoundCustomer(
              7,
              "Jean Tremblay",
              null,
              null,
              null,
              "Laval",
              "normal",
              List.of(),
              new FoundCustomer.Match("name", "jean"));
      return new CustomerPage(List.of(found), "next", false, 40);
    }

    @Override
    public CustomerPage list(CustomerFilter filter, String cursor, int perPage) {
      return search("", filter, cursor, perPage);
    }

    @Override
    public List<String> values(CustomerFacet facet, String beginning, int limit) {
      return List.of();
    }

    @Override
    public void refresh(long customerId) {
      asked.add("refresh");
    }

    @Override
    public SearchIndexState state() {
      return new SearchIndexState(false, 40, true, null, null);
    }

    @Override
    public void rebuild() {
      asked.add("rebuild");
    }
  }
}
