package com.chronotech.customer360.console;

import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.CustomerSearch;
import com.chronotech.customer360.profile.FoundCustomer;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:search}. */
@Service
@Command(
    scope = "customer360",
    name = "search",
    description = "Finds customers by name, company, e-mail, phone, plate or VIN")
public final class SearchCommand extends ConsoleAction {

  @Reference(optional = true)
  CustomerSearch search;

  @Argument(name = "words", description = "What to look for", multiValued = true)
  List<String> words;

  @Option(name = "--per-page", description = "How many, 1 to 100")
  int perPage = CustomerSearch.DEFAULT_PER_PAGE;

  @Option(name = "--cursor", description = "The page at a cursor that an earlier page showed")
  String cursor;

  @Option(name = "--rebuild", description = "Has the index read everything afresh")
  boolean rebuild;

  @Override
  void run() throws CommandRefused {
    CustomerSearch service = need(search, "CustomerSearch");
    if (rebuild) {
      service.rebuild();
    }
    if (words == null) {
      if (!rebuild) {
        throw refused("search.nothing");
      }
      out().println(say("search.rebuilding"));
      return;
    }
    CustomerPage page = service.search(String.join(" ", words), cursor, perPage);
    if (json) {
      print(
          Json.object(
              "customers", page.customers().stream().map(SearchCommand::customer).toList(),
              "next_cursor", page.nextCursor(),
              "complete", page.complete(),
              "percent", page.percent()));
      return;
    }
    show(page);
  }

  private void show(CustomerPage page) {
    ShellTable table = new ShellTable().emptyTableText(say("search.empty"));
    table.column(new Col(say("column.customer")).alignRight());
    table.column(new Col(say("column.name")).bold());
    table.column(new Col(say("column.company")));
    table.column(new Col(say("column.email")));
    table.column(new Col(say("column.phone")));
    table.column(new Col(say("column.city")));
    table.column(new Col(say("column.found_by")));
    for (FoundCustomer found : page.customers()) {
      table
          .addRow()
          .addContent(
              Long.toString(found.id()),
              Printable.line(found.name()),
              Printable.line(found.company()),
              Printable.line(found.email()),
              Printable.line(found.phone()),
              Printable.line(found.city()),
              found.matched() == null ? "" : found.matched().kind());
    }
    print(table);
    if (!page.complete()) {
      out().println(say("search.incomplete", page.percent()));
    }
    if (page.hasMore()) {
      String typed = String.join(" ", words);
      out().println(say("search.next", typed, page.nextCursor()));
    }
  }

  private static Object customer(FoundCustomer found) {
    return Json.object(
        "id", found.id(),
        "name", found.name(),
        "company", found.company(),
        "email", found.email(),
        "phone", found.phone(),
        "city", found.city(),
        "privacy_level", found.privacyLevel(),
        "segments", found.segments(),
        "matched", found.matched() == null ? null : found.matched().kind());
  }
}
