package com.chronotech.customer360.platform.rest.openapi;

import com.chronotech.customer360.platform.rest.SecondFamily;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;

/** Describes resource classes as OpenAPI 3. */
final class ApiDescription {
  private static final String BASIC = "basic";
  private static final String TOKEN = "token";

  private ApiDescription() {}

  static String of(Set<Class<?>> resources) {
    OpenAPI frame =
        new OpenAPI()
            .info(
                new Info()
                    .title("Customer 360")
                    .version("1.0")
                    .description(
                        "One truthful view of a customer. What lies under /api/customer360/{id}/"
                            + " is served under /api/customers/{id}/ too, whatever the method: see"
                            + " x-alias. Answers are compressed for clients that take gzip.")
                    .license(new License().name("Apache-2.0")))
            .components(
                ApiAnswers.components()
                    .addSecuritySchemes(
                        BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                    .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT")))
            .addSecurityItem(new SecurityRequirement().addList(BASIC))
            .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    OpenAPI described = new Reader(new SwaggerConfiguration().openAPI(frame)).read(resources);
    ApiAnswers.complete(described);
    nameAliases(described);
    try {
      return Json.mapper().writeValueAsString(described);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a description that cannot be written", e);
    }
  }

  /** An alias is named at the address that it stands for, and not described a second time. */
  private static void nameAliases(OpenAPI described) {
    if (described.getPaths() != null) {
      described
          .getPaths()
          .forEach(
              (path, item) -> {
                if (path.startsWith(SecondFamily.PREFIX + "{id}/")) {
                  item.addExtension(
                      "x-alias", SecondFamily.ALIAS + path.substring(SecondFamily.PREFIX.length()));
                }
              });
    }
  }
}
