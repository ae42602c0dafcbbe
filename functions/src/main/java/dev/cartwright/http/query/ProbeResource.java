package dev.cartwright.http.query;

import dev.cartwright.sre.Probe;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the instance that answers does, from its memory alone. */
@Path("/probe")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@SecurityRequirement(name = "token")
public class ProbeResource {

    private final Probe probe;

    ProbeResource(Probe probe) {
        this.probe = probe;
    }

    /** Takes no thread of those that may all wait for a store. */
    @GET
    @NonBlocking
    @Operation(summary = "How the instance that answers did in the last hour, whatever its stores do")
    @APIResponseSchema(Probe.Answer.class)
    @APIResponse(responseCode = "401", description = "No token, or one that is not good here")
    @APIResponse(responseCode = "403", description = "For operators only")
    public Probe.Answer probe() {
        return probe.answer();
    }
}
