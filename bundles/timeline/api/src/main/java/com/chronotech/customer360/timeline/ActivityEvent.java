package com.chronotech.customer360.timeline;

/**
 * An activity was recorded. Handed to {@link TimelineService.Follower}s and posted to the OSGi
 * EventAdmin under {@link #TOPIC} with the properties named here.
 *
 * @param token where to resume after this event; opaque
 * @param activity the activity, with what it refers to
 */
public record ActivityEvent(String token, Activity activity) {
  /** The EventAdmin topic. */
  public static final String TOPIC = "com/chronotech/customer360/timeline/RECORDED";

  /** Event property: {@link Long}, the activity's id. */
  public static final String ACTIVITY_ID = "activity.id";

  /** Event property: {@link Long}, the customer's id. */
  public static final String CUSTOMER_ID = "customer.id";

  /** Event property: {@link String}, the type's code. */
  public static final String ACTIVITY_TYPE = "activity.type";

  /** Event property: {@link String}, the title. */
  public static final String TITLE = "activity.title";

  /** Event property: {@link java.time.Instant}, when it happened. */
  public static final String CREATED_AT = "activity.created_at";

  /** Event property: {@link String}, the {@link #token}. */
  public static final String TOKEN = "event.token";
}
