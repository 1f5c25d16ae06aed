package com.chronotech.customer360.platform.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.rest.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

  /** A resource as domains write them. */
  @Path("/customers/{id}/timeline")
  public static final class Timeline {
    /** Reads. */
    @GET
    @Operation(
        summary = "The timeline",
        parameters = @Parameter(name = "page", in = ParameterIn.QUERY))
    public Response page(@PathParam("id") long id) {
      return Response.ok(id).build();
    }

    /** Writes. */
    @POST
    public Response record(@PathParam("id") long id) {
      return Response.ok(id).build();
    }
  }

  @Test
  void resourcesDescribeThemselves() {
    JsonNode api =
        Json.read(
            ApiDescription.of(Set.of(Timeline.class, OpenApiResource.class, DocsResource.class))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(api.get("openapi").textValue()).startsWith("3.");
    JsonNode timeline = api.get("paths").get("/customers/{id}/timeline");
    assertThat(timeline.get("get").get("summary").textValue()).isEqualTo("The timeline");
    assertThat(timeline.get("get").get("parameters").findValuesAsText("name"))
        .contains("page", "id");
    assertThat(timeline.has("post")).isTrue();
    assertThat(api.get("paths").has("/api/customer360/openapi.json")).isTrue();
    assertThat(api.get("paths").has("/api/customer360/docs")).isFalse();
    assertThat(api.get("security").size()).isEqualTo(2);
    JsonNode answers = timeline.get("get").get("responses");
    assertThat(answers.fieldNames())
        .toIterable()
        .containsExactly("200", "400", "401", "403", "404", "406", "429", "503");
    assertThat(answers.get("401").findValuesAsText("$ref"))
        .hasSize(2)
        .containsOnly("#/components/schemas/Problem");
    assertThat(timeline.get("post").get("responses").has("201")).isTrue();
    assertThat(api.at("/components/schemas/Problem/properties/errors/items/properties").size())
        .isEqualTo(3);
  }

  /** Of the second family. */
  @Path("/api/customer360/{id: [0-9]{1,18}}/invoices")
  public static final class Invoices {
    /** Reads. */
    @GET
    public Response page(@PathParam("id") long id) {
      return Response.ok(id).build();
    }
  }

  @Test
  void anAliasIsNamedWhereItsAddressIsDescribed() {
    JsonNode paths =
        Json.read(
                ApiDescription.of(Set.of(Timeline.class, Invoices.class))
                    .getBytes(StandardCharsets.UTF_8))
            .get("paths");
    assertThat(paths.at("/~1api~1customer360~1{id}~1invoices/x-alias").textValue())
        .isEqualTo("/api/customers/{id}/invoices");
    assertThat(paths.get("/customers/{id}/timeline").has("x-alias")).isFalse();
    assertThat(paths.has("/api/customers/{id}/invoices")).isFalse();
  }
}
