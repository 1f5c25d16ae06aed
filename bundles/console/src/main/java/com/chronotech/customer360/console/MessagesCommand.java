package com.chronotech.customer360.console;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageService.QueueState;
import com.chronotech.customer360.communications.MessageState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:messages}. */
@Service
@Command(
    scope = "customer360",
    name = "messages",
    description = "Shows the queue of messages, lists them, tries one again or takes one back")
public final class MessagesCommand extends ConsoleAction {
  private static final int LIMIT = 50;

  @Reference(optional = true)
  MessageService messages;

  @Option(name = "--state", description = "Lists messages in a state, such as uncertain")
  String state;

  @Option(name = "--customer", description = "Lists a customer's messages; goes with --cancel")
  Long customer;

  @Option(name = "--limit", description = "At most so many")
  int limit = LIMIT;

  @Option(name = "--retry", description = "Tries a message again that failed or is uncertain")
  Long retry;

  @Option(name = "--cancel", description = "Takes back a message of --customer")
  Long cancel;

  @Override
  void run() throws CommandRefused {
    MessageService service = need(messages, "MessageService");
    if (retry != null) {
      show(List.of(service.retry(retry)));
    } else if (cancel != null) {
      if (customer == null) {
        throw refused("messages.whose");
      }
      show(List.of(service.cancel(customer, cancel)));
    } else if (customer != null) {
      show(service.history(customer, 0, Math.min(limit, MessageService.MAX_PER_PAGE)));
    } else if (state != null) {
      MessageState known = new Typed(this).code(state, MessageState::ofCode);
      show(service.inState(known, limit));
    } else {
      show(service.queue());
    }
  }

  private void show(QueueState queue) {
    Map<String, Long> counts = new TreeMap<>();
    queue.byState().forEach((each, count) -> counts.put(each.code(), count));
    if (json) {
      print(
          Json.object(
              "messages", counts,
              "lag_seconds", queue.lag().toSeconds(),
              "transport", queue.transport(),
              "transport_failure", queue.transportFailure()));
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("messages.empty"));
    table.column(new Col(say("column.state")).bold());
    table.column(new Col(say("column.total")).alignRight());
    counts.forEach((each, count) -> table.addRow().addContent(each, count));
    print(table);
    out().println(say("messages.transport", Printable.line(queue.transport())));
    out().println(say("messages.lag", Long.toString(queue.lag().toSeconds())));
    if (queue.transportFailure() != null) {
      out().println(say("messages.failure", Printable.line(queue.transportFailure())));
    }
  }

  private void show(List<Message> found) {
    if (json) {
      print(found.stream().map(MessagesCommand::json).toList());
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("messages.empty"));
    table.column(new Col(say("column.item")).bold().alignRight());
    table.column(new Col(say("column.customer")).alignRight());
    table.column(new Col(say("column.when")));
    table.column(new Col(say("column.type")));
    table.column(new Col(say("column.state")));
    table.column(new Col(say("column.decision")));
    table.column(new Col(say("column.title")));
    for (Message message : found) {
      table
          .addRow()
          .addContent(
              message.id(),
              message.customerId(),
              message.times().queuedAt().toString(),
              message.channel().code() + " " + message.messageClass().code(),
              message.state().code() + (message.reason() == null ? "" : " " + message.reason()),
              message.decision() == null ? "" : message.decision().reason(),
              message.words().subject() == null ? "" : Printable.line(message.words().subject()));
    }
    print(table);
  }

  private static Map<String, Object> json(Message message) {
    return Json.object(
        "id", message.id(),
        "customer_id", message.customerId(),
        "channel", message.channel().code(),
        "message_class", message.messageClass().code(),
        "state", message.state().code(),
        "reason", message.reason(),
        "decision", message.decision() == null ? null : message.decision().reason(),
        "attempts", message.attempts(),
        "queued_at", Json.text(message.times().queuedAt()),
        "due_at", Json.text(message.times().dueAt()),
        "sent_at", Json.text(message.times().sentAt()),
        "message_id", message.messageId());
  }
}
