package dev.cartwright.http.query;

import dev.cartwright.http.identity.Access;
import dev.cartwright.http.identity.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for every resource of a subject, before anything else, whether its caller may read that subject. */
public final class SubjectGuard {

    private final Access access;
    private final RoutingContext request;

    SubjectGuard(Access access, RoutingContext request) {
        this.access = access;
        this.request = request;
    }

    @ServerRequestFilter
    public void mayRead(ContainerRequestContext context) {
        var parts = context.getUriInfo().getPathParameters();
        if (parts.containsKey("kind") && parts.containsKey("id")) {
            access.toRead(Caller.of(request), parts.getFirst("kind") + '/' + parts.getFirst("id"));
        }
    }
}
