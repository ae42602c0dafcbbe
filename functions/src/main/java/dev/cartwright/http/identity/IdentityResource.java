package dev.cartwright.http.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.http.guest.Guests;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells pages how one signs in here. */
@Path("/identity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "guests")
public class IdentityResource {

    private final IdentityConfig config;
    private final Guests guests;

    IdentityResource(IdentityConfig config, Guests guests) {
        this.config = config;
        this.guests = guests;
    }

    /**
     * Who vouches for whom.
     *
     * @param development true where a request without a token has every role
     * @param guests whether visitors can have an identity of ours
     * @param issuer of everybody else's tokens; null where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Identities(boolean development, boolean guests, String issuer) {}

    @GET
    @NonBlocking
    @Operation(summary = "How one signs in here")
    public Identities identities() {
        return new Identities(config.development(), guests.areLetIn(), config.issuer().orElse(null));
    }
}
