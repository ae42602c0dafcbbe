package dev.cartwright.http.query;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.SubjectView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A subject: its state, its history, and why it is so. An id may hold slashes; where it ends in {@code /events} or
 * {@code /explain}, that slash is sent as {@code %2F}.
 */
@Path("/subjects/{kind}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects")
@SecurityRequirement(name = "token")
@APIResponse(responseCode = "401", description = "No token, or one that is not good here")
@APIResponse(responseCode = "403", description = "Not the caller's own subject, nor of a public kind")
public class SubjectResource {

    private final SubjectReader subjects;

    SubjectResource(SubjectReader subjects) {
        this.subjects = subjects;
    }

    @GET
    @Path("{id: .+}")
    @Operation(summary = "The state of a subject, now or as of a time")
    @APIResponseSchema(SubjectView.class)
    @APIResponse(responseCode = "304", description = "It is still what the If-None-Match header says")
    @APIResponse(responseCode = "404", description = "The subject has no events, or none up to that time")
    public Response state(@PathParam("kind") String kind, @PathParam("id") String id, @QueryParam("at") String at,
            @Context Request request) {
        var subject = kind + '/' + id;
        Optional<State> state = at == null ? subjects.current(subject) : subjects.at(subject, Parameters.at(at));
        var view = SubjectView.of(subject, found(state, subject));
        var tag = StateTag.of(view);
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(view)).tag(tag).build();
    }

    @GET
    @Path("{id: .+}/events")
    @Operation(summary = "The history of a subject, newest first")
    @APIResponseSchema(HistoryPage.class)
    @APIResponse(responseCode = "404", description = "The subject has no events")
    public HistoryPage history(@PathParam("kind") String kind, @PathParam("id") String id,
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        var subject = kind + '/' + id;
        int size = Parameters.limit(limit);
        var rows = subjects.history(subject, Cursor.position(cursor), size + 1);
        if (rows.isEmpty() && cursor == null) {
            throw unknown(subject);
        }
        return HistoryPage.of(rows, size);
    }

    @GET
    @Path("{id: .+}/explain")
    @Operation(summary = "Which rules ran on an event, what they changed and emitted, and what stopped the others")
    @APIResponseSchema(ExplanationView.class)
    @APIResponse(responseCode = "404", description = "The subject has no such event")
    public ExplanationView explain(@PathParam("kind") String kind, @PathParam("id") String id,
            @QueryParam("event") String event) {
        if (event == null || event.isEmpty()) {
            throw Refusal.malformed("event", "event is required: the id of the event to explain");
        }
        var subject = kind + '/' + id;
        return ExplanationView.of(found(subjects.explain(subject, event), subject));
    }

    private static <T> T found(Optional<T> wanted, String subject) {
        return wanted.orElseThrow(() -> unknown(subject));
    }

    private static Refusal unknown(String subject) {
        return new Refusal(Problem.of(404, "nothing like this is known of " + subject));
    }
}
