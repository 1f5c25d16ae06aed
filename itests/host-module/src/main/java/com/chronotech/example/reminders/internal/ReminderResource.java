package com.chronotech.example.reminders.internal;

import com.chronotech.example.reminders.ReminderDesk;
import java.time.LocalDate;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * The module's own addresses. By selecting Customer 360's caller filter they demand a sign-in and
 * act in its name.
 */
@Component(service = ReminderResource.class)
@JaxrsResource
@JaxrsName("example.reminders")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("example/customers/{id}")
public final class ReminderResource {

  private final ReminderDesk desk;
  private final ActivityCounter counter;
  private final CustomerWatch watch;

  /** Creates the resource. */
  @Activate
  public ReminderResource(
      @Reference ReminderDesk desk,
      @Reference ActivityCounter counter,
      @Reference CustomerWatch watch) {
    this.desk = desk;
    this.counter = counter;
    this.watch = watch;
  }

  /** Books a reminder for a day, with the body as its note. */
  @POST
  @Path("reminders/{day}")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.TEXT_PLAIN)
  public Response book(@PathParam("id") long id, @PathParam("day") String day, String note) {
    return Response.status(201)
        .entity(Long.toString(desk.book(id, LocalDate.parse(day), note)))
        .build();
  }

  /** The days booked, one a line. */
  @GET
  @Path("reminders")
  @Produces(MediaType.TEXT_PLAIN)
  public String days(@PathParam("id") long id) {
    StringBuilder lines = new StringBuilder();
    desk.days(id).forEach(day -> lines.append(day).append('\n'));
    return lines.toString();
  }

  /** Begins to follow a customer, and tells what was seen since. */
  @GET
  @Path("watch")
  @Produces(MediaType.TEXT_PLAIN)
  public String watch(@PathParam("id") long id) {
    watch.watch(id);
    return counter.seen(id) + "\n" + String.join("\n", watch.titlesOf(id));
  }
}
