package dev.cartwright.http.guest;

import dev.cartwright.http.BearerToken;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives visitors that nobody knows an identity, so that they can have a cart. */
@Path("/guests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "guests")
public class GuestResource {

    private final Guests guests;

    GuestResource(Guests guests) {
        this.guests = guests;
    }

    /** A guest, and the token to show from now on. */
    public record Identity(String token, String guestId, String subject, Instant expiresAt) {}

    @POST
    @NonBlocking
    @Operation(summary = "A new guest; with the token of a guest, the same guest for longer")
    @APIResponse(responseCode = "201", description = "The token is sent as Authorization: Bearer from now on")
    @APIResponse(responseCode = "401", description = "The token is not a guest's, or no longer good")
    @APIResponse(responseCode = "429", description = "Too many guests came from this address")
    public RestResponse<Identity> welcome(@HeaderParam("Authorization") String authorization) {
        var tokens = guests.tokens().orElseThrow(() -> new Refusal(Problem.of(404, "no guests are let in here")));
        var guest = authorization == null ? Guest.fresh(Clock.systemUTC().instant()) : known(authorization);
        var issued = tokens.issue(guest);
        var identity = new Identity(issued.token(), guest.id(), guest.subject(), issued.expiresAt());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, identity)
                .location(URI.create("/subjects/" + guest.subject())).build();
    }

    private Guest known(String authorization) {
        return BearerToken.in(authorization).flatMap(guests::find).orElseThrow(() ->
                new Refusal(Problem.of(401, "this is no guest's token, or no longer: ask without one")));
    }
}
