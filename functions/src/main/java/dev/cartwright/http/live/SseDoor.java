package dev.cartwright.http.live;

import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.identity.TokenEnd;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /live}: what happens to subjects and views, as server-sent events. */
@Singleton
final class SseDoor {

    static final String PATH = "/live";

    private final WatchReader reader;
    private final Streams streams;
    private final int maxWaiting;

    SseDoor(WatchReader reader, Streams streams, LiveConfig config) {
        this.reader = reader;
        this.streams = streams;
        this.maxWaiting = Math.toIntExact(config.maxWaiting().asLongValue());
    }

    void register(@Observes Router router) {
        router.route(PATH).handler(this::handle);
    }

    private void handle(RoutingContext request) {
        if (request.request().method() != HttpMethod.GET) {
            request.response().putHeader("allow", "GET");
            Answers.problem(request, Problem.of(405, "allowed here: GET"));
            return;
        }
        var watch = reader.read(request);
        var response = request.response();
        if (response.closed()) {
            return;
        }
        response.setWriteQueueMaxSize(maxWaiting);
        var outlet = new SseOutlet(response, request.request().connection());
        var stream = streams.open(Caller.of(request), watch, TokenEnd.of(request), Vertx.currentContext(), outlet);
        response.exceptionHandler(broken -> stream.gone()).closeHandler(closed -> stream.gone());
        outlet.begin(streams.retryMillis());
    }
}
