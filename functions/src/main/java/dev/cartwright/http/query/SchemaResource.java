package dev.cartwright.http.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.schema.EventSchemas;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The event types, and the JSON Schema of the data of each. */
@Path("/schemas")
@Tag(name = "schemas")
public class SchemaResource {

    private final EventSchemas schemas;

    SchemaResource(EventSchemas schemas) {
        this.schemas = schemas;
    }

    /** One event type, and where its schema is. */
    public record SchemaLink(String type, String schema) {}

    /** All event types. */
    public record SchemaList(List<SchemaLink> schemas) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The declared event types")
    public SchemaList all() {
        return new SchemaList(schemas.types().stream()
                .map(type -> new SchemaLink(type, EventSchemas.BASE + type)).toList());
    }

    @GET
    @Path("{type}")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of an event type's data")
    public JsonNode one(@PathParam("type") String type) {
        return schemas.schema(type).orElseThrow(() ->
                new Refusal(Problem.of(404, "no event type is declared as " + type)));
    }
}
