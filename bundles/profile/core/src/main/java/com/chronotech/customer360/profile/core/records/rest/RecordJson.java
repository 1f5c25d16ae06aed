package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.CustomerRecord;
import com.chronotech.customer360.profile.Vehicle;
import com.chronotech.customer360.profile.core.records.model.VehicleRules;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records in the contract's shape. */
final class RecordJson {

  private RecordJson() {}

  /** A record of any kind. */
  static Map<String, Object> of(CustomerRecord record) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", record.id());
    shown.put("customer_id", record.customerId());
    if (record instanceof Contact contact) {
      contact(contact, shown);
    } else if (record instanceof Address address) {
      address(address, shown);
    } else if (record instanceof Vehicle vehicle) {
      vehicle(vehicle, shown);
    }
    shown.put("version", record.state().version());
    shown.put("created_at", record.state().createdAt());
    shown.put("updated_at", record.state().updatedAt());
    return shown;
  }

  /** Records of any kind. */
  static List<Map<String, Object>> all(List<? extends CustomerRecord> records) {
    return records.stream().map(RecordJson::of).toList();
  }

  private static void contact(Contact contact, Map<String, Object> shown) {
    shown.put("name", contact.name());
    shown.put("role", contact.role());
    shown.put("email", contact.email());
    shown.put("phone", contact.phone());
    shown.put("phone_e164", contact.phoneE164());
    shown.put("mobile", contact.mobile());
    shown.put("mobile_e164", contact.mobileE164());
    shown.put("opt_in_email", contact.optInEmail());
    shown.put("opt_in_sms", contact.optInSms());
    shown.put("language_code", contact.languageCode());
    shown.put("preferred_contact_hours", contact.preferredContactHours());
    shown.put("is_primary", contact.primary());
    shown.put("notes", contact.notes());
  }

  private static void address(Address address, Map<String, Object> shown) {
    shown.put("label", address.label());
    shown.put("type", address.type());
    shown.put("street", address.street());
    shown.put("street2", address.street2());
    shown.put("city", address.city());
    shown.put("province", address.province());
    shown.put("postal_code", address.postalCode());
    shown.put("country", address.country());
    shown.put("country_code", address.countryCode());
    shown.put("latitude", address.latitude());
    shown.put("longitude", address.longitude());
    shown.put("delivery_window_start", time(address.deliveryWindowStart()));
    shown.put("delivery_window_end", time(address.deliveryWindowEnd()));
    shown.put("window_over_midnight", address.windowOverMidnight());
    shown.put("instructions", address.instructions());
    shown.put("service_zone", address.serviceZone());
    shown.put("is_primary", address.primary());
  }

  private static void vehicle(Vehicle vehicle, Map<String, Object> shown) {
    shown.put("make", vehicle.make());
    shown.put("model", vehicle.model());
    shown.put("year", vehicle.year());
    shown.put("vin", vehicle.vin());
    shown.put("vin_warning", VehicleRules.vinWarning(vehicle.vin()));
    shown.put("license_plate", vehicle.licensePlate());
    shown.put("license_plate_normalized", vehicle.licensePlateNormalized());
    shown.put("mileage", vehicle.mileage());
    shown.put("color", vehicle.color());
    shown.put("fuel_type", vehicle.fuelType());
    shown.put("department", vehicle.department());
    shown.put("notes", vehicle.notes());
  }

  /** What the quick actions of a vehicle need to know; null for a vehicle that just went. */
  static Map<String, Object> facts(VehicleFacts facts) {
    if (facts == null) {
      return null;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("available", facts.availability().available());
    shown.put("unavailable_reason", facts.availability().reason());
    shown.put("last_service", facts.lastService() == null ? null : service(facts.lastService()));
    shown.put("open_work_orders", facts.openOrders());
    shown.put("newest_open", facts.newestOpen().stream().map(RecordJson::order).toList());
    return shown;
  }

  private static Map<String, Object> service(VehicleFacts.Service service) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("work_order_id", service.order().id());
    shown.put("number", service.number());
    shown.put("at", service.at());
    return shown;
  }

  private static Map<String, Object> order(VehicleFacts.OpenOrder order) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("work_order_id", order.order().id());
    shown.put("number", order.number());
    shown.put("status", order.status());
    return shown;
  }

  private static String time(LocalTime time) {
    return time == null ? null : time.toString();
  }
}
