package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.profile.CustomerRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/**
 * What is asked alike of every kind of records of a customer; a kind adds its own address, and how
 * one is added. Thread-safe.
 *
 * @param <R> the kind
 */
public abstract class RecordResource<R extends CustomerRecord> {
  private static final String CHILD = "{child: [0-9]{1,18}}";

  private final RecordEdge<R> edge;

  /** Creates the resource. */
  RecordResource(RecordEdge<R> edge) {
    this.edge = edge;
  }

  /** What carries requests out. */
  final RecordEdge<R> edge() {
    return edge;
  }

  /** All of them. */
  @GET
  @Operation(summary = "Read all of a customer")
  public Response list(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return edge.list(id, uri, headers);
  }

  /** One of them. */
  @GET
  @Path(CHILD)
  @Operation(summary = "Read one")
  public Response find(
      @PathParam("id") long id,
      @PathParam("child") long child,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge.find(id, child, uri, headers);
  }

  /** Changes one. */
  @PATCH
  @Path(CHILD)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      summary = "Change some fields of one",
      description = "A merge patch: a field not sent stays, null clears. If-Match is honoured.")
  public Response change(
      @PathParam("id") long id,
      @PathParam("child") long child,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge.change(id, child, body, uri, headers);
  }

  /** Deletes one. */
  @DELETE
  @Path(CHILD)
  @Operation(summary = "Delete one", description = "If-Match is honoured.")
  public Response remove(
      @PathParam("id") long id,
      @PathParam("child") long child,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge.remove(id, child, uri, headers);
  }
}
