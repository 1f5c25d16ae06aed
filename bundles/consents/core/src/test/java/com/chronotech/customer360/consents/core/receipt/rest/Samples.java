package com.chronotech.customer360.consents.core.receipt.rest;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.receipt.ReceiptEngine.Issued;
import com.chronotech.customer360.consents.core.receipt.model.CompactJws;
import com.chronotech.customer360.consents.core.receipt.model.Controller;
import com.chronotech.customer360.consents.core.receipt.model.ReceiptPayload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A receipt as long as receipts usually get. */
public final class Samples {
  private static final Instant NOON = Instant.parse("2026-11-25T17:05:09.123456Z");
  private static final String HASH = "3f1c0a".repeat(10) + "9bde";

  private Samples() {}

  /** The receipt, signed. */
  public static Issued issued(SigningKeys keys, String source) {
    Notice.Text french =
        new Notice.Text(
            "Courriels promotionnels",
            "L’entreprise vous écrira au plus deux fois par mois : offres, rappels d’entretien et"
                + " nouveautés.\n\nVous pouvez retirer ce consentement en tout temps, sans motif,"
                + " par le lien au bas de chaque message.",
            HASH);
    Notice notice =
        new Notice(
            ConsentType.MARKETING_EMAIL,
            new NoticeVersion(1, 0),
            Map.of("fr-CA", french),
            24,
            36,
            NOON,
            "marie");
    Consent consent =
        new Consent(
            118,
            ConsentType.MARKETING_EMAIL,
            3,
            "0d6e1f0c-52c1-4d0a-9c5b-0f5c7b1e7a11",
            Decision.GRANTED,
            "express",
            new Consent.ShownNotice("1.0", "fr-CA", HASH),
            source,
            Channel.EMAIL,
            new Consent.Collected("192.0.2.7", 3L, "marie", null, null),
            "api",
            NOON,
            NOON.plusSeconds(2),
            Instant.parse("2028-11-25T17:05:09.123456Z"),
            new Consent.LedgerPlace(7, HASH, HASH));
    ReceiptPayload payload =
        new ReceiptPayload(
            consent,
            ConsentState.GRANTED,
            "7f7a1b1e-1111-4222-8333-444455556666",
            french.title(),
            "En tout temps et sans motif.",
            new Controller(
                "Garage Exemple inc.",
                "vie-privee@garage.example",
                "100, rue Principale, Montréal (Québec) H2X 1Y1",
                List.of("Envois Exemple inc."),
                "https://client.garage.example/consentements"),
            new Root(LocalDate.of(2026, 11, 24), HASH, 1, 1, HASH, NOON, "k", "s"),
            "9d6e1f0c-52c1-4d0a-9c5b-0f5c7b1e7a19",
            NOON.plusSeconds(60));
    return new Issued(CompactJws.sign(keys.keyId(), payload.json(), keys::sign), payload, notice);
  }
}
