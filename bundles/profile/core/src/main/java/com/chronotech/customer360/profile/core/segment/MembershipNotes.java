package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.core.segment.model.SegmentProblems;
import com.chronotech.customer360.profile.core.store.TimelineTexts;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells of joining and leaving on the timelines, in each customer's language. Not thread-safe. */
final class MembershipNotes {
  private static final int A_CALL = 10_000;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final TimelineTexts texts;
  private final List<NewActivity> notes = new ArrayList<>();

  MembershipNotes(TimelineTexts texts) {
    this.texts = texts;
  }

  void joined(CustomerRow row, SegmentMembership membership, String because) {
    note(
        row,
        membership,
        "joined",
        SegmentProblems.text("profile.timeline_joined", membership.label()),
        SegmentProblems.text(
            "profile.timeline_because", because, Integer.toString(membership.ruleVersion())));
  }

  void left(CustomerRow row, SegmentMembership membership, LocalizedText why) {
    note(
        row,
        membership,
        "left",
        SegmentProblems.text("profile.timeline_left", membership.label()),
        why);
  }

  private void note(
      CustomerRow row,
      SegmentMembership membership,
      String change,
      LocalizedText title,
      LocalizedText description) {
    Locale locale = Caller.localeFor(row.text(CustomerColumn.LANGUAGE_CODE));
    String label = membership.label().replace("\\", "\\\\").replace("\"", "\\\"");
    notes.add(
        NewActivity.of(row.id(), ActivityType.SYSTEM, said(title, locale))
            .description(said(description, locale))
            .metadata(
                "{\"segment\":\""
                    + label
                    + "\",\"change\":\""
                    + change
                    + "\",\"rule_version\":"
                    + membership.ruleVersion()
                    + ",\"why\":"
                    + membership.why()
                    + "}")
            .build());
  }

  /** What a host's columns hold may not be what a timeline takes; that must not stop a set. */
  private String said(LocalizedText text, Locale locale) {
    return texts.fit(CONTROL.matcher(text.in(locale)).replaceAll(" "));
  }

  void record(TimelineService timeline) {
    for (int from = 0; from < notes.size(); from += A_CALL) {
      timeline.recordAll(notes.subList(from, Math.min(notes.size(), from + A_CALL)));
    }
  }
}
