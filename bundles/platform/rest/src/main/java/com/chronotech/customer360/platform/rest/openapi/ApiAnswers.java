package com.chronotech.customer360.platform.rest.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every address answers in the same way: its success by number, and errors in one shape. */
final class ApiAnswers {
  private static final String PROBLEM = "Problem";
  private static final String ADDRESS = "#/components/schemas/" + PROBLEM;

  private static final Map<String, String> ERRORS = new LinkedHashMap<>();

  static {
    ERRORS.put("400", "The body or a parameter cannot be read, or is unknown");
    ERRORS.put("401", "No valid credentials");
    ERRORS.put("403", "The caller may not");
    ERRORS.put("404", "No such thing, or one the caller may not know of");
    ERRORS.put("406", "None of the forms asked for is available");
    ERRORS.put("409", "At odds with what is stored");
    ERRORS.put("413", "The body is too large");
    ERRORS.put("415", "The content type is not taken");
    ERRORS.put("422", "Understood but refused, with every violation");
    ERRORS.put("429", "Too many failed sign-ins under this name; see Retry-After");
    ERRORS.put("503", "The database is away for now; see Retry-After");
  }

  /** Errors that only a request with a body meets. */
  private static final Set<String> OF_BODIES = Set.of("409", "413", "415", "422");

  private ApiAnswers() {}

  static Components components() {
    ObjectSchema violation = new ObjectSchema();
    for (String name : List.of("field", "code", "message")) {
      violation.addProperty(name, new StringSchema());
    }
    Schema<?> problem =
        new ObjectSchema()
            .description("Every error; application/problem+json adds type, title and detail")
            .addProperty("success", new Schema<Boolean>().type("boolean").example(false))
            .addProperty("message", new StringSchema().description("In the caller's language"))
            .addProperty("code", new StringSchema().description("Stable").example("internal"))
            .addProperty("status", new IntegerSchema())
            .addProperty("errors", new ArraySchema().items(violation))
            .addProperty("trace_id", new StringSchema().description("As in X-Trace-Id"));
    problem.setRequired(List.of("success", "message", "code", "status", "errors", "trace_id"));
    return new Components().addSchemas(PROBLEM, problem);
  }

  /** Gives each operation the number of its success and the errors it may answer. */
  static void complete(OpenAPI described) {
    if (described.getPaths() != null) {
      described
          .getPaths()
          .values()
          .forEach(path -> path.readOperationsMap().forEach(ApiAnswers::complete));
    }
  }

  private static void complete(HttpMethod method, Operation operation) {
    ApiResponses stated = operation.getResponses();
    ApiResponses answers = new ApiResponses();
    if (stated != null) {
      ApiResponse unnumbered = stated.remove(ApiResponses.DEFAULT);
      if (unnumbered != null) {
        boolean created = method == HttpMethod.POST;
        answers.addApiResponse(
            created ? "201" : "200",
            unnumbered.description(created ? "Done; Location tells where" : "Done"));
      }
      answers.putAll(stated);
    }
    ERRORS.forEach(
        (status, meaning) -> {
          if (operation.getRequestBody() != null || !OF_BODIES.contains(status)) {
            answers.putIfAbsent(status, error(meaning));
          }
        });
    operation.setResponses(answers);
  }

  private static ApiResponse error(String meaning) {
    MediaType shape = new MediaType().schema(new Schema<>().$ref(ADDRESS));
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content()
                .addMediaType("application/json", shape)
                .addMediaType("application/problem+json", shape));
  }
}
