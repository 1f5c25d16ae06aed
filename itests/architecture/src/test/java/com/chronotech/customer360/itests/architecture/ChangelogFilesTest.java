package com.chronotech.customer360.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;

/** Changelogs are as Liquibase wants them, which is not asked again when a node starts. */
class ChangelogFilesTest {
  private static final String SCHEMA =
      "www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd";

  @Test
  void holdToLiquibasesSchema() throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(getClass().getClassLoader().getResource(SCHEMA))
            .newValidator();
    List<Path> changelogs =
        SourceTree.files("liquibase").stream()
            .filter(path -> path.toString().matches(".*/resources/changelog/.*[.]xml"))
            .toList();
    assertThat(changelogs).hasSizeGreaterThan(40);
    for (Path changelog : changelogs) {
      assertThatCode(() -> validator.validate(new StreamSource(changelog.toFile())))
          .as("%s", changelog)
          .doesNotThrowAnyException();
    }
  }
}
