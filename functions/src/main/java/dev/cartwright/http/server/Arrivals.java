package dev.cartwright.http.server;

import dev.cartwright.http.HttpConfig;
import dev.cartwright.http.identity.Strangers;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes in requests before all others: bodies arrive in time, and over HTTP/2 as over HTTP/1.1. */
@Singleton
final class Arrivals {

    private static final String TAKEN_IN = Arrivals.class.getName();

    /** Enough for all that is asked of whom nobody knows. */
    private static final long LITTLE = 4096;

    private final Handler<RoutingContext> little = BodyHandler.create(false).setBodyLimit(LITTLE);
    private final Strangers strangers;
    private final long deadlineMillis;

    Arrivals(HttpConfig config, Strangers strangers) {
        this.strangers = strangers;
        this.deadlineMillis = config.bodyDeadline().toMillis();
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> arrive(router, request));
    }

    private void arrive(Router router, RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2 && isFresh()) {
            // Those without a body too: they have ended before it is known whose they are.
            router.handle(new PausableRequest(request.request()));
        } else if (!mayHaveBody(request.request())) {
            request.next();
        } else {
            watch(request);
            if (strangers.send(request)) {
                little.handle(request);
            } else {
                request.next();
            }
        }
    }

    /** True once a request: the context that this runs on is the request's own. */
    private static boolean isFresh() {
        var context = Vertx.currentContext();
        boolean fresh = context.getLocal(TAKEN_IN) == null;
        context.putLocal(TAKEN_IN, true);
        return fresh;
    }

    /** Whatever its method: any may have one. */
    private static boolean mayHaveBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.version() == HttpVersion.HTTP_2 || length != null && !length.equals("0")
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void watch(RoutingContext request) {
        long timer = request.vertx().setTimer(deadlineMillis, late -> {
            if (!request.request().isEnded()) {
                refuse(request);
            }
        });
        request.addEndHandler(answered -> {
            if (request.request().isEnded()) {
                request.vertx().cancelTimer(timer);
            }
        });
    }

    /** A sender that trickles would hold its connection, and what it has sent, for ever. */
    private void refuse(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            Answers.problem(request, tooSlow());
            request.response().reset();
        } else if (request.response().ended()) {
            request.request().connection().close();
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
