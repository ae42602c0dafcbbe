package dev.cartwright.http.problem;

import dev.cartwright.rules.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Ends requests; may be called from any thread. */
public final class Answers {

    private Answers() {}

    public static void empty(RoutingContext request, int status) {
        if (isOpen(request)) {
            request.response().setStatusCode(status).end();
        }
    }

    public static void problem(RoutingContext request, Problem problem) {
        if (comesAgain(problem) && !request.response().headers().contains("retry-after")) {
            request.response().putHeader("retry-after", "1");
        }
        send(request, problem.status(), Problem.MEDIA_TYPE, problem.json());
    }

    /** True where the sender is to try again. */
    static boolean comesAgain(Problem problem) {
        return problem.status() == 429 || problem.status() == 503;
    }

    public static void json(RoutingContext request, int status, Object body) {
        send(request, status, "application/json", Json.bytes(body));
    }

    /** Ends with a body of this media type. */
    public static void send(RoutingContext request, int status, String mediaType, byte[] body) {
        if (isOpen(request)) {
            request.response().setStatusCode(status).putHeader("content-type", mediaType).end(Buffer.buffer(body));
        }
    }

    /** False where the sender has gone, or an answer is on its way. */
    private static boolean isOpen(RoutingContext request) {
        return !request.response().ended() && !request.response().closed();
    }
}
