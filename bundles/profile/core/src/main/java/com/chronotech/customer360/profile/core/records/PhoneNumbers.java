package com.chronotech.customer360.profile.core.records;

import com.chronotech.customer360.profile.core.records.model.PhoneReader;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/**
 * Reads telephone numbers by libphonenumber. It loads what it knows of a country when it first
 * meets a number of it, a few tens of kilobytes each.
 */
@Component(service = PhoneReader.class)
public final class PhoneNumbers implements PhoneReader {
  /** How an extension is written in French, which the library does not know. */
  private static final Pattern EXTENSION = Pattern.compile("(?i)\\bpostes?\\b\\.?");

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  @Override
  public Reading read(String typed, String region) {
    PhoneNumber number;
    try {
      number = library.parse(EXTENSION.matcher(typed).replaceAll("ext."), region);
    } catch (NumberParseException e) {
      return Reading.refused(
          switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE -> "profile.phone_country";
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> "profile.phone_too_short";
            case TOO_LONG -> "profile.phone_too_long";
            case NOT_A_NUMBER -> "profile.phone_not_a_number";
          });
    }
    return switch (library.isPossibleNumberWithReason(number)) {
      case IS_POSSIBLE ->
          new Reading(
              library.format(number, PhoneNumberFormat.E164), null, library.isValidNumber(number));
      case INVALID_COUNTRY_CODE -> Reading.refused("profile.phone_country");
      case TOO_LONG -> Reading.refused("profile.phone_too_long");
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Reading.refused("profile.phone_too_short");
      case INVALID_LENGTH -> Reading.refused("profile.phone_not_a_number");
    };
  }
}
