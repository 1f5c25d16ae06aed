package com.chronotech.customer360.consents;

import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings consents in from elsewhere: a file, or what the host held before. Published in the service
 * registry; callers and errors as {@link ConsentService} has them; {@link ConsentService#IMPORT} is
 * needed. Thread-safe.
 */
@ProviderType
public interface ConsentTransfer {

  /**
   * Reads a CSV file (RFC 4180, UTF-8, a header line) and tells every fault, without writing.
   *
   * @param progress told the number of lines read so far
   */
  ImportReport check(InputStream csv, LongConsumer progress);

  /**
   * Imports a file, whole or not at all; a file with a fault writes nothing. The same file again
   * writes nothing and says so.
   *
   * @param name the file's name, for the record
   */
  ImportReport importFile(String name, InputStream csv, LongConsumer progress);

  /** Takes over what the host's tables hold that was not taken over yet; safe to repeat. */
  AdoptionSummary adopt();

  /**
   * What became of a file.
   *
   * @param lines how many lines it has, without its header
   * @param recorded how many were or would be written
   * @param unchanged how many say what stands already
   * @param faults every bad line; at most {@code 10,000} are listed
   * @param faultCount how many bad lines there are
   * @param repeated whether this very file was imported before
   */
  record ImportReport(
      long lines,
      long recorded,
      long unchanged,
      List<LineFault> faults,
      long faultCount,
      boolean repeated) {
    /** Creates a report. */
    public ImportReport {
      faults = List.copyOf(faults);
    }
  }

  /**
   * A bad line.
   *
   * @param line its number in the file, the header being 1
   * @param field the column; null for the line as a whole
   * @param code stable
   * @param message a sentence for a person, in the caller's language
   */
  record LineFault(long line, String field, String code, String message) {}

  /**
   * What an adoption did.
   *
   * @param adopted rows that became versions
   * @param unproven how many of those are without proof
   * @param unmapped rows of purposes that are none of ours; left in place
   * @param orphaned rows whose customer is gone; left in place
   * @param unchanged rows that were taken over before
   */
  record AdoptionSummary(
      long adopted, long unproven, long unmapped, long orphaned, long unchanged) {}
}
