package com.chronotech.customer360.consents.core.receipt.rest;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/** QR codes as pictures that stand in a page themselves. */
final class QrSvg {
  /** The quiet zone that the standard asks for. */
  private static final int BORDER = 4;

  private QrSvg() {}

  /** The picture; empty when the text is longer than any code holds. */
  static Optional<String> of(String text) {
    try {
      return Optional.of(draw(QrCode.encodeText(text, QrCode.Ecc.LOW)));
    } catch (DataTooLongException tooLong) {
      return Optional.empty();
    }
  }

  /** A rectangle for every run of dark modules in a row: a third of one a module. */
  private static String draw(QrCode code) {
    int side = code.size + 2 * BORDER;
    StringBuilder svg =
        new StringBuilder(20_000)
            .append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\"")
            .append(" aria-labelledby=\"qr-fr qr-en\"")
            .append(" shape-rendering=\"crispEdges\" viewBox=\"0 0 ")
            .append(side)
            .append(' ')
            .append(side)
            .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"");
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int run = 0;
        while (x + run < code.size && code.getModule(x + run, y)) {
          run++;
        }
        if (run > 0) {
          svg.append('M')
              .append(x + BORDER)
              .append(' ')
              .append(y + BORDER)
              .append('h')
              .append(run)
              .append("v1h-")
              .append(run)
              .append('z');
          x += run;
        }
      }
    }
    return svg.append("\" fill=\"#000\"/></svg>").toString();
  }
}
