package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The notices as they stand. Thread-safe. */
@Component(service = Notices.class)
public final class Notices {
  private final ConsentStore store;

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
  public Notices(@Reference ConsentStore store) {
    this.store = store;
  }

  /** The notices now. */
  public Shelf shelf() {
    return new Shelf(store.notices().all());
  }
}
