package com.chronotech.customer360.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;

/** Habits that hold in every room. */
@AnalyzeClasses(packages = Rooms.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {
  /** Types whose values change: a static one would outlive its bundle's configuration. */
  private static final Set<String> STATEFUL =
      Set.of(
          "java.lang.ThreadLocal",
          "java.lang.InheritableThreadLocal",
          "java.util.HashMap",
          "java.util.ArrayList",
          "java.util.HashSet",
          "java.util.Timer");

  @ArchTest
  static final ArchRule staticsAreFinal =
      fields()
          .that()
          .areStatic()
          .and(areWritten())
          .should()
          .beFinal()
          .allowEmptyShould(true)
          .because("state belongs to a component that can be stopped");

  @ArchTest
  static final ArchRule staticsHoldNoState =
      noFields()
          .that()
          .areStatic()
          .and(areWritten())
          .should()
          .haveRawType(
              DescribedPredicate.describe(
                  "stateful",
                  type ->
                      STATEFUL.contains(type.getName())
                          || type.getPackageName().equals("java.util.concurrent.atomic")
                          || type.getName().startsWith("java.util.concurrent.Concurrent")
                          || type.isAssignableTo(ExecutorService.class)
                          || type.isAssignableTo(Lock.class)));

  @ArchTest
  static final ArchRule timeIsAnInstant =
      noClasses()
          .that()
          // the library that reads signed tokens speaks of Date; it is left behind at once
          .doNotHaveSimpleName("TokenVerifier")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are the old time classes",
                  type ->
                      type.isAssignableTo(Date.class)
                          || type.isAssignableTo(Calendar.class)
                          || type.getName().equals("java.text.SimpleDateFormat")
                          || type.getName().equals("java.util.TimeZone")));

  @ArchTest
  static final ArchRule timeIsReadFromAClock =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "reads the machine's clock", HabitsTest::readsTheMachinesClock))
          .because("tests set the time");

  @ArchTest
  static final ArchRule dependenciesComeByConstructor =
      noFields()
          .should()
          .beAnnotatedWith("org.osgi.service.component.annotations.Reference")
          .because("a component without what it needs should not exist");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses()
          .that()
          .resideOutsideOfPackages("..console..")
          // commands of their own, started from a shell
          .and()
          .doNotHaveFullyQualifiedName(Rooms.ROOT + ".demo.Main")
          .and()
          .doNotHaveFullyQualifiedName(Rooms.ROOT + ".consents.core.receipt.offline.CheckReceipt")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule namesAreTheFields =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
          .because("such a name says nothing of the business");

  private static boolean readsTheMachinesClock(JavaCall<?> call) {
    if (call.getTargetOwner().getName().equals("java.lang.System")) {
      return call.getName().equals("currentTimeMillis");
    }
    return call.getTargetOwner().getPackageName().equals("java.time")
        && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.getName().equals("java.time.Clock"));
  }

  /** Leaves out what compilers and the JPA enhancer add. */
  private static DescribedPredicate<JavaField> areWritten() {
    return DescribedPredicate.describe(
        "are written by a person",
        field ->
            !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getName().startsWith("pc")
                && !field.getName().contains("$"));
  }
}
