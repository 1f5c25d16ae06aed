package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.SegmentService;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The labels of customers: those by hand from the host's row, those by rule from the profile's
 * segments as far as these are there to tell. Thread-safe.
 */
@Component(service = Labels.class)
public final class Labels {
  private static final ObjectMapper JSON = new ObjectMapper();

  private volatile SegmentService segments;

  /** Begins without rules. */
  @Activate
  public Labels() {}

  /** Notes that segments can be asked. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindSegments(SegmentService known) {
    segments = known;
  }

  /** Notes that they cannot be asked any more. */
  public void unbindSegments(SegmentService gone) {
    if (segments == gone) {
      segments = null;
    }
  }

  /** Those by rule of some customers. */
  Map<Long, List<SegmentMembership>> byRule(Collection<Long> customerIds) {
    SegmentService known = segments;
    return known == null || customerIds.isEmpty() ? Map.of() : known.of(customerIds);
  }

  /** All of a customer's. */
  static List<String> of(CustomerRow row, List<SegmentMembership> byRule) {
    List<String> labels = new ArrayList<>();
    String byHand = row.text(CustomerColumn.SEGMENTS);
    if (byHand != null) {
      try {
        for (JsonNode label : JSON.readTree(byHand)) {
          if (label.isTextual()) {
            labels.add(label.asText());
          }
        }
      } catch (JsonProcessingException e) {
        // a host's screen wrote something else: no label that could be told
      }
    }
    byRule.forEach(one -> labels.add(one.label()));
    return labels;
  }
}
