package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:notices}. */
@Service
@Command(
    scope = "customer360",
    name = "notices",
    description = "Shows the notices of every purpose, or the wording of one")
public final class NoticesCommand extends ConsoleAction {

  @Reference(optional = true)
  NoticeService notices;

  @Argument(name = "type", description = "One of the six purposes: shows its wording")
  @Completion(ConsentTypes.class)
  String type;

  @Option(name = "--version", description = "Which version; that in force by default")
  String version;

  @Override
  void run() throws CommandRefused {
    NoticeService service = need(notices, "NoticeService");
    if (type == null) {
      list(service.all());
      return;
    }
    ConsentType known = new Typed(this).consentType(type);
    Notice notice =
        (version == null ? service.current(known) : service.find(known, version))
            .orElseThrow(() -> refused("notices.none", type));
    if (json) {
      print(json(notice));
      return;
    }
    new TreeMap<>(notice.texts())
        .forEach(
            (language, text) -> {
              out().println("[" + language + "] " + Printable.line(text.title()));
              text.body().lines().map(Printable::line).forEach(out()::println);
              out().println("SHA-256 " + text.sha256());
              out().println();
            });
  }

  private void list(List<Notice> all) {
    if (json) {
      print(all.stream().map(NoticesCommand::json).toList());
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("notices.empty"));
    table.column(new Col(say("column.purpose")).bold());
    table.column(new Col(say("column.version")));
    table.column(new Col(say("column.languages")));
    table.column(new Col(say("column.validity")).alignRight());
    table.column(new Col(say("column.published")));
    table.column(new Col(say("column.by")));
    for (Notice notice : all) {
      table
          .addRow()
          .addContent(
              notice.type().code(),
              notice.version().toString(),
              String.join(", ", new TreeMap<>(notice.texts()).keySet()),
              notice.validityMonths() == null ? "" : notice.validityMonths().toString(),
              notice.publishedAt().toString(),
              Printable.line(notice.publishedBy()));
    }
    print(table);
  }

  private static Map<String, Object> json(Notice notice) {
    Map<String, Object> texts = new TreeMap<>();
    notice
        .texts()
        .forEach(
            (language, text) ->
                texts.put(
                    language,
                    Json.object(
                        "title", text.title(), "body", text.body(), "sha256", text.sha256())));
    return Json.object(
        "consent_type", notice.type().code(),
        "version", notice.version().toString(),
        "validity_months", notice.validityMonths(),
        "retention_months", notice.retentionMonths(),
        "published_at", Json.text(notice.publishedAt()),
        "published_by", notice.publishedBy(),
        "texts", texts);
  }
}
