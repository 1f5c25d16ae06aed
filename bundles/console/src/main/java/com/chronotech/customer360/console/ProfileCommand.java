package com.chronotech.customer360.console;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileFields;
import com.chronotech.customer360.profile.ProfileService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:profile}. */
@Service
@Command(
    scope = "customer360",
    name = "profile",
    description = "Shows who a customer is, now or as of an instant, or what was changed")
public final class ProfileCommand extends ConsoleAction {

  @Reference(optional = true)
  ProfileService profiles;

  @Argument(name = "customer", description = "The customer's id", required = true)
  long customer;

  @Option(name = "--as-of", description = "As of an instant, as 2026-01-31T13:45:00Z")
  String asOf;

  @Option(name = "--changes", description = "The newest changes: what, when, by whom and why")
  boolean changes;

  @Override
  void run() throws CommandRefused {
    ProfileService service = need(profiles, "ProfileService");
    if (changes && asOf != null) {
      throw refused("profile.one_of");
    }
    if (changes) {
      history(service.changes(customer, null, 50).changes());
    } else {
      profile(service.profile(customer, new Typed(this).instant(asOf)));
    }
  }

  private void profile(Profile profile) {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (CustomerColumn column : CustomerColumn.values()) {
      if (profile.host().has(column)) {
        lines.put(column.name().toLowerCase(Locale.ROOT), profile.host().text(column));
      }
    }
    ProfileFields fields = profile.fields();
    lines.put("language_code", fields.languageCode());
    lines.put("timezone", fields.timezone());
    lines.put("segments", fields.segments());
    lines.put("privacy_level", fields.privacyLevel());
    lines.put("preferred_contact_channel", fields.preferredContactChannel());
    lines.put("tax_exempt", fields.taxExempt());
    if (json) {
      print(lines);
      return;
    }
    ShellTable table = new ShellTable();
    table.column(new Col(say("column.field")).bold());
    table.column(new Col(say("column.value")));
    lines.forEach(
        (name, value) ->
            table.addRow().addContent(name, Printable.line(value == null ? "" : value.toString())));
    print(table);
  }

  private void history(List<ChangeSet> sets) {
    if (json) {
      print(sets.stream().map(ProfileCommand::set).toList());
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("profile.unchanged"));
    table.column(new Col(say("column.when")));
    table.column(new Col(say("column.field")).bold());
    table.column(new Col(say("column.before")));
    table.column(new Col(say("column.after")));
    table.column(new Col(say("column.by")));
    table.column(new Col(say("column.reason")));
    for (ChangeSet set : sets) {
      for (ChangeSet.FieldChange change : set.changes()) {
        table
            .addRow()
            .addContent(
                set.at().toString(),
                change.field().name().toLowerCase(Locale.ROOT),
                Printable.line(change.oldValue()),
                Printable.line(change.newValue()),
                Printable.line(set.actorName()),
                Printable.line(set.reason()));
      }
    }
    print(table);
  }

  private static Map<String, Object> set(ChangeSet set) {
    return Json.object(
        "change_set", set.id(),
        "changed_at", Json.text(set.at()),
        "actor_id", set.actorId(),
        "actor_name", set.actorName(),
        "reason", set.reason(),
        "reverts", set.reverts(),
        "changes",
            set.changes().stream()
                .map(
                    change ->
                        Json.object(
                            "field", change.field().name().toLowerCase(Locale.ROOT),
                            "old_value", change.oldValue(),
                            "new_value", change.newValue()))
                .toList());
  }
}
