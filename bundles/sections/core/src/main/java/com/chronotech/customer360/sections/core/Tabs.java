package com.chronotech.customer360.sections.core;

import com.chronotech.customer360.sections.Section;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The sections that the domains publish, come and go as they may. Thread-safe. */
@Component(service = Tabs.class)
public final class Tabs {
  private static final Comparator<Published> BEST_FIRST =
      Comparator.comparingInt(Published::ranking).reversed().thenComparingLong(Published::id);

  private final List<Published> all = new CopyOnWriteArrayList<>();

  private record Published(Section section, int ranking, long id) {}

  /** Adds a domain's section. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addSection(Section section, Map<String, Object> properties) {
    int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer rank ? rank : 0;
    long id = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : 0;
    all.add(new Published(section, ranking, id));
  }

  /** Removes it. */
  public void removeSection(Section section) {
    all.removeIf(published -> published.section() == section);
  }

  /** The section of that name; of several the one of the greatest ranking. */
  Optional<Section> find(String name) {
    return all.stream()
        .filter(published -> published.section().name().equals(name))
        .min(BEST_FIRST)
        .map(Published::section);
  }

  /** The names of the contract, whether published or not, and those of further ones. */
  Collection<String> names() {
    Collection<String> names = new LinkedHashSet<>(Section.NAMES);
    names.addAll(new TreeSet<>(all.stream().map(p -> p.section().name()).toList()));
    return names;
  }
}
