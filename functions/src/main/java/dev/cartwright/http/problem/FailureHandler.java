package dev.cartwright.http.problem;

import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Incoming;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Answers whatever fails behind the doors, Funqy's failures among it, as a problem without a stack trace. */
final class FailureHandler {

    private static final Logger LOG = Logger.getLogger(FailureHandler.class);
    private static final int BEFORE_ALL_OTHERS = -1_000_000;

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).failureHandler(FailureHandler::answer);
        router.route().last().handler(request -> Answers.problem(request, Problems.ofStatus(404)));
    }

    private static void answer(RoutingContext request) {
        if (isGone(request)) {
            LOG.debug("A sender went away in the middle of a request", request.failure());
            return;
        }
        Answers.problem(request, request.failure() == null ? Problems.ofStatus(request.statusCode())
                : Problems.of(request.failure(), traceparent(request)));
    }

    /** Nobody is there to be answered, and nothing is wrong with us. */
    private static boolean isGone(RoutingContext request) {
        var failure = request.failure();
        return !request.request().isEnded() && (failure instanceof IOException || failure instanceof VertxException);
    }

    /** Of the event where it got past the gate, else of the request. */
    private static String traceparent(RoutingContext request) {
        Incoming incoming = request.get(Incoming.class.getName());
        var own = incoming == null ? null : incoming.event().causality().traceparent();
        return own == null ? request.request().getHeader(Extensions.TRACEPARENT) : own;
    }
}
