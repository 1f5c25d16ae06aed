package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.platform.tx.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The notices as they stand. Thread-safe. */
@Component(service = Notices.class)
public final class Notices {
  private static final long BELIEVED_NANOS = 1_000_000_000L;

  private final ConsentStore store;
  private final Transactions transactions;
  private final Set<Long> used = ConcurrentHashMap.newKeySet();
  private volatile Known known;

  private record Known(Shelf shelf, long readAt) {}

  /**
   * Every notice at one moment.
   *
   * @param all by purpose, newest first
   */
  public record Shelf(List<StoredNotice> all) {

    /** The one in force of a purpose: the one of the greatest version. */
    public Optional<StoredNotice> current(ConsentType type) {
      return all.stream()
          .filter(stored -> stored.notice().type() == type)
          .max((one, other) -> one.notice().version().compareTo(other.notice().version()));
    }

    /** The one of a version. */
    public Optional<StoredNotice> find(ConsentType type, NoticeVersion version) {
      return all.stream()
          .filter(stored -> stored.notice().type() == type)
          .filter(stored -> stored.notice().version().equals(version))
          .findFirst();
    }
  }

  /** Creates the access. */
  @Activate
  public Notices(@Reference ConsentStore store, @Reference Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /**
   * The notices as they stood at most a second ago; as they stand now for what this node published.
   */
  public Shelf shelf() {
    Known last = known;
    long now = System.nanoTime();
    if (last != null && now - last.readAt() < BELIEVED_NANOS) {
      return last.shelf();
    }
    Shelf fresh = new Shelf(store.notices().all());
    // A transaction may see what was before, or what never will be.
    if (!transactions.isActive()) {
      known = new Known(fresh, now);
    }
    return fresh;
  }

  /** The notices were changed in the current transaction. */
  public void changedHere() {
    known = null;
    transactions.afterCommit(() -> known = null);
  }

  /**
   * Sees to it that notices stay until the current transaction has referred to them. Of one that is
   * referred to already nothing needs to be asked: it is immutable for good.
   *
   * @return the first that was withdrawn meanwhile; empty when all stand
   */
  Optional<Long> hold(Collection<Long> noticeIds) {
    for (Long id : new TreeSet<>(noticeIds)) {
      if (!used.contains(id)) {
        if (!store.notices().hold(id)) {
          return Optional.of(id);
        }
        transactions.afterCommit(() -> used.add(id));
      }
    }
    return Optional.empty();
  }
}
