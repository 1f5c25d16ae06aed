package com.chronotech.example.quotes;

import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostQuotes.State;
import java.math.BigDecimal;
import org.osgi.annotation.versioning.ProviderType;

/** A book of quotes of which the host's database knows nothing. Thread-safe. */
@ProviderType
public interface QuoteBook {

  /** Opens the book; until then, and once it is closed, nobody can read it. */
  void open();

  /** Closes the book. */
  void close();

  /** Writes a quote, made now and not answered yet. */
  Quote write(long customerId, BigDecimal amount);

  /**
   * Notes what became of a quote.
   *
   * @throws java.util.NoSuchElementException if there is none of that id
   */
  Quote answer(long id, State state);
}
