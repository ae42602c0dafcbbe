package dev.cartwright.http.server;

import dev.cartwright.http.HttpConfig;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes in requests before all others: bodies arrive in time, and over HTTP/2 as over HTTP/1.1. */
@Singleton
final class Arrivals {

    private static final String TAKEN_IN = Arrivals.class.getName();

    private final long deadlineMillis;

    Arrivals(HttpConfig config) {
        this.deadlineMillis = config.bodyDeadline().toMillis();
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> arrive(router, request));
    }

    private void arrive(Router router, RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2 && isFresh()) {
            // Those without a body too: they have ended before it is known whose they are.
            router.handle(new PausableRequest(request.request()));
        } else if (hasNoBody(request)) {
            request.next();
        } else {
            long timer = request.vertx().setTimer(deadlineMillis, late -> refuse(request));
            request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
            request.next();
        }
    }

    /** True once a request: the context that this runs on is the request's own. */
    private static boolean isFresh() {
        var context = Vertx.currentContext();
        boolean fresh = context.getLocal(TAKEN_IN) == null;
        context.putLocal(TAKEN_IN, true);
        return fresh;
    }

    private static boolean hasNoBody(RoutingContext request) {
        var method = request.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    /** A sender that trickles would hold its connection, and what it has sent, for ever. */
    private void refuse(RoutingContext request) {
        if (request.request().isEnded()) {
            return;
        }
        if (request.request().version() == HttpVersion.HTTP_2) {
            Answers.problem(request, tooSlow());
            request.response().reset();
        } else {
            request.addEndHandler(answered -> request.request().connection().close());
            request.response().putHeader("connection", "close");
            Answers.problem(request, tooSlow());
        }
    }

    private Problem tooSlow() {
        return Problem.of(408, "the body must arrive within " + deadlineMillis / 1000 + " seconds");
    }
}
