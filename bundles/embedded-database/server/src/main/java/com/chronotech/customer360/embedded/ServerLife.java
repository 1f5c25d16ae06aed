package com.chronotech.customer360.embedded;

import com.chronotech.customer360.platform.health.HealthCheck.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the server in a thread of its own: prepares it, fills it, publishes the pool, starts it
 * again when it ends by itself, and stops it at the end. Used once.
 */
final class ServerLife {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLife.class);
  private static final int LONGEST_PAUSE_SECONDS = 30;

  private final Wishes wishes;
  private final PublishedDataSource dataSource;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "embedded-database");
  private volatile DataFolder opened;
  private volatile Result state = new Result(true, "switched off: another database is configured");

  ServerLife(Wishes wishes, PublishedDataSource dataSource) {
    this.wishes = wishes;
    this.dataSource = dataSource;
  }

  Result state() {
    return state;
  }

  void begin() {
    say("starting");
    thread.start();
  }

  /** Stops the server; returns when it is gone. */
  void end() {
    ending.countDown();
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // The container is in a hurry, but an orphan would be worse.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the life has ended by itself, which it does only on a fault. */
  void await() throws InterruptedException {
    thread.join();
  }

  private void say(String detail) {
    LOG.info("embedded database: {}", detail);
    enter("working", new Result(false, detail));
  }

  // The file is for the launcher, which has no other way in before the first address answers.
  private void enter(String stage, Result result) {
    state = result;
    DataFolder folder = opened;
    if (folder != null) {
      folder.tell(stage, result.detail());
    }
  }

  private void run() {
    try {
      if (dataSource.namedByFile()) {
        LOG.info("etc/org.ops4j.datasource-customer360.cfg names a database: this one stays off");
        state = new Result(true, "switched off: another database is configured");
        return;
      }
      dataSource.withdraw();
      try (DataFolder folder = DataFolder.open(wishes.folder())) {
        opened = folder;
        live(folder);
        folder.tell("stopped", "");
      }
    } catch (InterruptedException e) {
      LOG.debug("ended while it was starting", e);
    } catch (EmbeddedDatabaseException | IOException | RuntimeException e) {
      LOG.error("embedded database: {}", e.getMessage(), e);
      enter("failed", new Result(false, e.getMessage()));
    }
  }

  private void live(DataFolder folder)
      throws IOException, InterruptedException, EmbeddedDatabaseException {
    say("unpacking the server");
    ServerProgram program = wishes.program(folder);
    Orphans.stop(folder.data());
    say("preparing the data folder");
    ServerProcess.bootstrap(program, folder);
    int pause = 1;
    boolean first = true;
    while (ending.getCount() > 0) {
      say("starting the server");
      int port = folder.port(wishes.port());
      ServerProcess server = ServerProcess.start(program, folder, port, wishes.zone());
      try {
        if (first) {
          fill(new Client(program, folder, port), folder);
          first = false;
        }
        dataSource.publish(port, folder.password());
        enter("ready", new Result(true, "MariaDB on 127.0.0.1:" + port));
        LOG.info("embedded database: {}", state.detail());
        int status = server.await();
        LOG.error("mariadbd ended by itself, status {}:\n{}", status, server.lastLines());
        say("ended by itself; starting it again");
      } finally {
        if (ending.getCount() == 0) {
          withdraw();
        }
        server.stop();
      }
      if (ending.await(pause, TimeUnit.SECONDS)) {
        return;
      }
      pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
    }
  }

  // Before the server goes, so that nobody is given a connection that is about to break.
  private void withdraw() {
    // Configuration Admin writes a file, which an interrupted thread may not.
    boolean interrupted = Thread.interrupted();
    try {
      dataSource.withdraw();
    } catch (IOException | IllegalStateException e) {
      // Configuration Admin may have stopped before us; the next start withdraws what is left.
      LOG.debug("the pool's configuration is left for the next start", e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void fill(Client client, DataFolder folder)
      throws IOException, InterruptedException, EmbeddedDatabaseException {
    if (Files.exists(folder.loading())) {
      LOG.warn("an earlier load was cut off; the database is emptied and loaded again");
      client.clear();
    } else if (!client.empty()) {
      return;
    }
    Content content = wishes.content().orElse(null);
    if (content == null) {
      Files.deleteIfExists(folder.loading());
      return;
    }
    say("loading " + content.name());
    Files.writeString(folder.loading(), content.name());
    try {
      client.load(content, percent -> tellPercent(content, percent));
      if (client.empty()) {
        throw new EmbeddedDatabaseException(
            content.name() + " made no table: it is empty, or no dump of a database");
      }
    } catch (EmbeddedDatabaseException e) {
      client.clear();
      Files.delete(folder.loading());
      throw e;
    }
    Files.writeString(folder.began(), content.name());
    Files.delete(folder.loading());
  }

  private void tellPercent(Content content, int percent) {
    enter("working", new Result(false, "loading " + content.name() + ": " + percent + " %"));
    if (percent % 10 == 0) {
      LOG.info("embedded database: {}", state.detail());
    }
  }
}
