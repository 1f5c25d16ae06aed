package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.util.List;

/** Every text is stored as it was given or refused with its field named; none is cut. */
class TextsTest {
  private static final String EMOJI = "🚗";
  private static final List<String> NASTY =
      List.of(
          "'; drop table customer_activity; --",
          "\" or 1=1 #",
          "\\'; select sleep(10) -- ",
          "<script>alert('x')</script><img src=x onerror=alert(1)>",
          "${jndi:ldap://127.0.0.1/x} %s %n {0}",
          "tab\tand\nnewline\r\n",
          "  spaces around  ",
          "été où naïf Ærø Đà Nẵng 北京 مرحبا \u202Ertl",
          "combined e\u0301 and family 👩‍👩‍👧‍👦 " + EMOJI,
          "?:name ? :1 @var");

  @EveryServer
  void keepWhatIsNasty(TestPlatform platform) {
    long customer = platform.newCustomer();
    for (String text : NASTY) {
      NewActivity activity = activity(customer, text);
      assertKept(platform.timeline().record(activity).activity(), text);
    }
    platform.timeline().recordAll(NASTY.stream().map(text -> activity(customer, text)).toList());

    List<Activity> read =
        platform
            .timeline()
            .page(TimelineQuery.of(customer), PageRequest.number(1, 100))
            .activities();
    assertThat(read).hasSize(2 * NASTY.size());
    for (Activity activity : read) {
      assertThat(NASTY).contains(activity.description());
      assertKept(activity, activity.description());
    }
  }

  private static NewActivity activity(long customer, String text) {
    // a title is one line
    return NewActivity.of(customer, ActivityType.NOTE, text.replaceAll("[\t\r\n]", " "))
        .description(text)
        .metadata(Texts.json(text))
        .build();
  }

  private static void assertKept(Activity activity, String text) {
    assertThat(activity.title().strip()).isEqualTo(text.replaceAll("[\t\r\n]", " ").strip());
    assertThat(activity.description()).isEqualTo(text);
    assertThat(Texts.valueOf(activity.metadata())).isEqualTo(text);
  }

  @EveryServer
  void takeTitlesOf255CharactersHoweverWide(TestPlatform platform) {
    long customer = platform.newCustomer();
    for (String title : List.of("x".repeat(255), "é".repeat(255), EMOJI.repeat(255))) {
      assertThat(record(platform, customer, title, null, null).title()).isEqualTo(title);
    }
    for (String title : List.of("x".repeat(256), EMOJI.repeat(256), "")) {
      assertThat(refusal(platform, customer, title, null, null)).containsExactly("title");
    }
  }

  @EveryServer
  void takeDescriptionsOf65535Bytes(TestPlatform platform) {
    long customer = platform.newCustomer();
    String longest = "é".repeat(32_767) + "x";
    assertThat(record(platform, customer, "t", longest, null).description()).isEqualTo(longest);
    assertThat(refusal(platform, customer, "t", longest + "x", null))
        .containsExactly("description");
  }

  @EveryServer
  void refuseHugeMetadataAndWhatIsNoObject(TestPlatform platform) {
    long customer = platform.newCustomer();
    String large = "x".repeat(60_000);
    assertThat(Texts.valueOf(record(platform, customer, "t", null, Texts.json(large)).metadata()))
        .isEqualTo(large);
    for (String metadata :
        List.of(Texts.json("x".repeat(2_000_000)), "[1]", "\"text\"", "{broken", "")) {
      assertThat(refusal(platform, customer, "t", null, metadata)).containsExactly("metadata");
    }
  }

  /** NUL and half characters: JSON of a server or a driver may not carry them. */
  @EveryServer
  void keepOrRefuseWhatNoTextShouldHold(TestPlatform platform) {
    long customer = platform.newCustomer();
    for (String odd : List.of("a\u0000b", "half \uD83D surrogate", "bell \u0007")) {
      keptOrRefused(platform, activity(customer, odd), odd);
    }
  }

  private static void keptOrRefused(TestPlatform platform, NewActivity activity, String text) {
    try {
      assertKept(platform.timeline().record(activity).activity(), text);
    } catch (ProblemException refused) {
      assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
      assertThat(refused.violations()).extracting(Violation::field).contains("title");
    }
  }

  @EveryServer
  void nameEveryFaultAtOnce(TestPlatform platform) {
    long customer = platform.newCustomer();
    assertThat(refusal(platform, customer, "x".repeat(256), "y".repeat(70_000), "{"))
        .containsExactlyInAnyOrder("title", "description", "metadata");
  }

  private static Activity record(
      TestPlatform platform, long customer, String title, String description, String metadata) {
    return platform
        .timeline()
        .record(
            NewActivity.of(customer, ActivityType.NOTE, title)
                .description(description)
                .metadata(metadata)
                .build())
        .activity();
  }

  private static List<String> refusal(
      TestPlatform platform, long customer, String title, String description, String metadata) {
    long before = platform.database().number("select count(*) from customer_activity");
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> record(platform, customer, title, description, metadata));
    assertThat(refused).isNotNull();
    assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
    assertThat(platform.database().number("select count(*) from customer_activity"))
        .isEqualTo(before);
    return refused.violations().stream().map(Violation::field).toList();
  }
}
