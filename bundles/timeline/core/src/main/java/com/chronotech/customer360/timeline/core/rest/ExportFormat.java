package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.timeline.Activity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of an export. */
enum ExportFormat {
  /** For spreadsheets. */
  CSV("text/csv; charset=UTF-8") {
    @Override
    Writer to(OutputStream out) throws IOException {
      return new CsvWriter(out);
    }
  },
  /** One document. */
  JSON("application/json") {
    @Override
    Writer to(OutputStream out) throws IOException {
      return JsonExportWriter.document(out);
    }
  },
  /** One document a line. */
  NDJSON("application/x-ndjson") {
    @Override
    Writer to(OutputStream out) throws IOException {
      return JsonExportWriter.lines(out);
    }
  };

  /** Writes an export activity by activity, in constant memory. */
  interface Writer {
    /** Writes one. */
    void write(Activity activity) throws IOException;

    /** Writes what ends a complete export; not called for one that broke off. */
    void end() throws IOException;
  }

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  abstract Writer to(OutputStream out) throws IOException;

  String mediaType() {
    return mediaType;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ExportFormat> ofCode(String code) {
    return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
  }
}
