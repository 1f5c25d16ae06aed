package com.chronotech.customer360.consents.core.receipt.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.key.TestKeys;
import com.chronotech.customer360.consents.core.receipt.ReceiptEngine.Issued;
import com.chronotech.customer360.consents.core.receipt.model.CompactJws;
import com.chronotech.customer360.consents.core.receipt.model.PlainJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptPageTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

  @TempDir Path folder;
  private SigningKeys keys;

  @BeforeEach
  void keys() {
    keys = TestKeys.in(folder);
  }

  /** So many characters are a QR code that a phone reads from paper. */
  @Test
  void aReceiptOfUsualLengthFitsAQrCode() {
    CompactJws jws = Samples.issued(keys, "formulaire_web").jws();
    assertThat(jws.text().length()).as(jws.payload()).isLessThan(1_900);
    assertThat(QrSvg.of(jws.text())).isPresent();
    assertThat(QrSvg.of("x".repeat(3_000))).isEmpty();
  }

  @Test
  void thePageSaysEverythingInBothLanguages() {
    String page = page("formulaire_web");
    assertThat(page)
        .contains("Reçu de consentement", "Consent receipt")
        .contains("courriels promotionnels", "promotional e-mail")
        .contains("25 novembre 2026", "November 25, 2026")
        .contains("L’entreprise vous écrira au plus deux fois par mois")
        .contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\"")
        .doesNotContain("{{", "<script", "http-equiv");
  }

  @Test
  void aTextOfOthersIsNeverMarkup() {
    String page = page("<script>alert(1)</script>\"'&");
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")
        .doesNotContain("<script>");
  }

  /** Nothing is loaded, whatever the policy of the answer says. */
  @Test
  void thePagesReferToNothingOutside() {
    assertThat(page("x")).doesNotContain("src=", "href=", "url(", "@import");
    String check = ReceiptCheckPage.html(keys.keySet());
    String markup = check.substring(0, check.indexOf("<script"));
    assertThat(markup).doesNotContain("src=\"", "href=", "url(", "@import");
    assertThat(ReceiptCheckPage.policy()).contains("default-src 'none'").doesNotContain("unsafe");
  }

  @Test
  void theSignedTextSaysWhatThePageSays() {
    Issued issued = Samples.issued(keys, "formulaire_web");
    CompactJws read = CompactJws.parse(issued.jws().text()).orElseThrow();
    assertThat(keys.find(read.keyId()).orElseThrow().verifies(read.signedBytes(), read.signature()))
        .isTrue();
    assertThat(PlainJson.object(read.payload()))
        .containsEntry("schema_version", "ISO/IEC TS 27560:2023")
        .containsEntry("purpose", "marketing_email")
        .containsEntry("decision", "granted")
        .containsEntry("by_guardian", false)
        .containsEntry("version", 3L)
        .doesNotContainKeys("customer_id", "ip_address", "collected_by");
    assertThat(read.payload()).doesNotContain("192.0.2.7", "marie");
  }

  /** With -Dpages=FOLDER the pages are left there, to be looked at in a browser. */
  @Test
  void thePagesAreLeftForALook() throws IOException {
    String folderName = System.getProperty("pages");
    if (folderName == null) {
      return;
    }
    Path pages = Files.createDirectories(Path.of(folderName));
    Issued issued = Samples.issued(keys, "formulaire_web");
    Files.writeString(pages.resolve("receipt.html"), page(issued));
    Files.writeString(pages.resolve("check.html"), ReceiptCheckPage.html(keys.keySet()));
    Files.writeString(pages.resolve("receipt.jws"), issued.jws().text());
    Files.writeString(pages.resolve("key.pem"), keys.all().get(0).pem());
  }

  private String page(String source) {
    return page(Samples.issued(keys, source));
  }

  private static String page(Issued issued) {
    return new ReceiptPage(issued, QrSvg.of(issued.jws().text()).orElse(null), MONTREAL).html();
  }
}
