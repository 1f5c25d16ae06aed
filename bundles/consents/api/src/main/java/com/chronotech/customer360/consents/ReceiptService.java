package com.chronotech.customer360.consents;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Receipts of consents with the fields of ISO/IEC TS 27560, signed so that they can be checked
 * without this server. Published in the service registry; callers and errors as {@link
 * ConsentService} has them. Thread-safe.
 */
@ProviderType
public interface ReceiptService {

  /**
   * Issues the receipt of the version that stands.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code NOT_FOUND}
   *     when the customer was never asked
   */
  Receipt issue(long customerId, ConsentType type);

  /**
   * Checks a receipt's signature and, where its record is here, that the ledger still says the
   * same.
   *
   * @param jws compact serialization
   */
  Check check(String jws);

  /** The public keys that receipts and roots are checked with: a JSON Web Key Set (RFC 7517). */
  String keySet();

  /**
   * A signed receipt.
   *
   * @param jws compact serialization of RFC 7515, EdDSA
   * @param payload the signed JSON
   */
  record Receipt(String jws, String payload) {}

  /**
   * What a check found.
   *
   * @param signed whether the signature is that of a known key
   * @param matchesLedger whether the ledger has that record with that hash; null when unsigned
   * @param payload the JSON that was signed; null when it is unreadable
   * @param message a sentence for a person, in the caller's language
   */
  record Check(boolean signed, Boolean matchesLedger, String payload, String message) {}
}
