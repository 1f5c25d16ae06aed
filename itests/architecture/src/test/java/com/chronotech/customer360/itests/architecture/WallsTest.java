package com.chronotech.customer360.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.osgi.annotation.bundle.Export;

/** The walls of design.md: which room may know which. */
@AnalyzeClasses(packages = Rooms.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule modelImportsNoFramework =
      classes()
          .that()
          .resideInAPackage(Rooms.ROOT + "..model..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.math..")
                  .or(
                      resideInAnyPackage(
                          "java.text..", "java.nio", "java.nio.charset..", "java.security.."))
                  .or(
                      resideInAnyPackage(Rooms.ROOT + "..")
                          .and(
                              DescribedPredicate.not(
                                  resideInAnyPackage("..store..", "..rest..", "..console..")))))
          .because("rules are values that outlive every framework");

  @ArchTest
  static final ArchRule restKnowsNoDatabase =
      noClasses()
          .that()
          .resideInAPackage("..rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.persistence..", "java.sql..", "javax.sql..", "..store..")
          .because("a resource speaks to the service, never to tables");

  @ArchTest
  static final ArchRule storesAloneKnowTables =
      noClasses()
          .that(
              resideInAnyPackage(Rooms.DOMAINS)
                  .and(DescribedPredicate.not(resideInAnyPackage("..store.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.persistence..", "org.apache.openjpa..")
          .because("one room of a domain knows tables");

  @ArchTest
  static final ArchRule consoleStandsOnApis =
      classes()
          .that()
          .resideInAPackage("..console..")
          .should(knowOnlyWhatIsExportedElsewhere())
          .because("a command can do what any caller can, and no more");

  @ArchTest
  static final ArchRule domainsMeetThroughApis =
      classes()
          .should(knowOnlyWhatIsExportedElsewhere())
          .because("a domain calls another through its API alone");

  @ArchTest
  static final ArchRule apisStandAlone =
      noClasses()
          .that(exported())
          .and()
          .resideOutsideOfPackages("..platform.store..", "..platform.rest..", "..demo..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("javax..", "com.fasterxml..", "org.apache..", "org.slf4j.."))
          .because("whoever compiles against an API should need nothing else");

  @ArchTest
  static final ArchRule enterprisePackagesStayInTheirRooms =
      noClasses()
          .that()
          .resideOutsideOfPackages(Rooms.AT_THE_EDGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.persistence..",
              "javax.transaction..",
              "javax.ws.rs..",
              "javax.servlet..",
              "javax.websocket..",
              "javax.annotation..",
              "javax.inject..")
          .because("a move to Jakarta should change two rooms a domain");

  @ArchTest
  static final ArchRule roomsDoNotGoInCircles =
      slices().matching(Rooms.ROOT + ".(**)").should().beFreeOfCycles();

  private static DescribedPredicate<JavaClass> exported() {
    return describe("are exported", type -> isExported(type));
  }

  private static boolean isExported(JavaClass type) {
    return type.getPackage().tryGetPackageInfo().isPresent()
        && type.getPackage().isAnnotatedWith(Export.class);
  }

  private static ArchCondition<JavaClass> knowOnlyWhatIsExportedElsewhere() {
    return new ArchCondition<>("know only exported packages of other domains") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().startsWith(Rooms.ROOT + "."))
            .filter(d -> !Rooms.domain(type).equals(Rooms.domain(d.getTargetClass())))
            .filter(d -> !isExported(d.getTargetClass().getBaseComponentType()))
            .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
      }
    };
  }
}
