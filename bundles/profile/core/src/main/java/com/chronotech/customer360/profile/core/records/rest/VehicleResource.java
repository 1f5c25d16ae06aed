package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.profile.Vehicle;
import com.chronotech.customer360.profile.core.records.RecordBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The vehicles of a customer. */
@Component(service = VehicleResource.class)
@JaxrsResource
@JaxrsName("customer360.vehicles")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/vehicles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vehicles", description = "Vehicles, with what the workshop knows of them")
public final class VehicleResource extends RecordResource<Vehicle> {

  /** Creates the resource. */
  @Activate
  public VehicleResource(
      @Reference RecordBook book, @Reference Callers callers, @Reference IdempotentWrites writes) {
    super(new RecordEdge<>(book.vehicles(), callers, writes, records -> shown(book, records)));
  }

  static List<Map<String, Object>> shown(RecordBook book, List<Vehicle> vehicles) {
    Map<Long, VehicleFacts> facts = book.factsOf(vehicles.stream().map(Vehicle::id).toList());
    return vehicles.stream()
        .map(
            vehicle -> {
              Map<String, Object> one = RecordJson.of(vehicle);
              one.put("quick_actions", RecordJson.facts(facts.get(vehicle.id())));
              return one;
            })
        .toList();
  }

  /** Adds one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add a vehicle",
      description = "With Idempotency-Key a repeat gives the first answer, once done.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"make\":\"Ford\",\"model\":\"Transit\",\"year\":2024,\"vin\":\"1FTBW2CM5HKA12345\",\"license_plate\":\"FAB"
                          + " 123\",\"mileage\":48000,\"fuel_type\":\"diesel\"}")))
  public Response add(
      @PathParam("id") long id,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge().add(id, body, uri, headers);
  }
}
