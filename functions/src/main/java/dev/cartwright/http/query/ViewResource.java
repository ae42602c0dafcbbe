package dev.cartwright.http.query;

import dev.cartwright.http.identity.Access;
import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.identity.ViewAccess;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.views.AllViews;
import dev.cartwright.views.RowCursor;
import dev.cartwright.views.View;
import dev.cartwright.views.ViewAnswer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be asked of many subjects at once. */
@Path("/views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "views")
@SecurityRequirement(name = "token")
public class ViewResource {

    private final AllViews views;
    private final Access access;
    private final ViewAccess viewAccess;

    ViewResource(AllViews views, Access access, ViewAccess viewAccess) {
        this.views = views;
        this.access = access;
        this.viewAccess = viewAccess;
    }

    @GET
    @Path("{name}")
    @Operation(summary = "The rows of a view, such as top-products, and the time that they are true as of")
    @APIResponseSchema(ViewAnswer.class)
    @APIResponse(responseCode = "304", description = "They are still what the If-None-Match header says")
    @APIResponse(responseCode = "400", description = "A parameter has a value that it cannot have here")
    @APIResponse(responseCode = "401", description = "No token, or one that is not good here")
    @APIResponse(responseCode = "403", description = "A view for services or operators only")
    @APIResponse(responseCode = "404", description = "There is no such view; the answer tells which there are")
    @APIResponse(responseCode = "503", description = "The view was lost and is being made anew from the log")
    public Response view(@PathParam("name") String name, @QueryParam("by") String by,
            @QueryParam("window") String window, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor,
            @Context Request request, @Context RoutingContext routing) {
        var view = views.find(name).orElseThrow(this::unknown);
        viewAccess.toSee(Caller.of(routing), name);
        var parameters = new HashMap<String, String>();
        parameters.put("by", by);
        parameters.put("window", window);
        check(view, parameters);
        if (!view.isPublic(parameters)) {
            access.toReadOfAll(Caller.of(routing));
        }
        var answer = views.answer(view, parameters, from(cursor),
                limit == null ? view.usualLimit() : Parameters.limit(limit));
        // Of the rows alone: that they are still true does not change them.
        var tag = StateTag.of(answer.rows());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(answer)).tag(tag).build();
    }

    private static void check(View view, Map<String, String> given) {
        given.values().removeIf(Objects::isNull);
        given.forEach((name, value) -> {
            var values = view.parameters().getOrDefault(name, List.of());
            if (values.isEmpty()) {
                throw Refusal.malformed(name, view.name() + " has no parameter " + name);
            }
            if (!values.contains(value)) {
                throw Refusal.malformed(name, name + " must be one of " + String.join(", ", values));
            }
        });
    }

    private static int from(String cursor) {
        return cursor == null ? 0 : RowCursor.rows(cursor).orElseThrow(() ->
                Refusal.malformed("cursor", "cursor must be the next of another page"));
    }

    private Refusal unknown() {
        return new Refusal(Problem.of(404, "there is no such view; there are "
                + views.all().stream().map(View::name).collect(Collectors.joining(", "))));
    }
}
