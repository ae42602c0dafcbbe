package dev.cartwright.http.query;

import dev.cartwright.http.identity.Access;
import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for every resource of a subject, before anything else, whether its caller may read that subject. */
public final class SubjectGuard {

    private static final Set<String> SUBJECT = Set.of("kind", "id");

    private final Access access;
    private final RoutingContext request;

    SubjectGuard(Access access, RoutingContext request) {
        this.access = access;
        this.request = request;
    }

    @ServerRequestFilter
    public void mayRead(ContainerRequestContext context) {
        var parts = context.getUriInfo().getPathParameters();
        if (context.getUriInfo().getPath().startsWith("/subjects/")) {
            if (!parts.keySet().containsAll(SUBJECT)) {
                throw new Refusal(Problem.of(403, "this does not tell of which subject it is"));
            }
            access.toRead(Caller.of(request), parts.getFirst("kind") + '/' + parts.getFirst("id"));
        }
    }
}
