package dev.cartwright.http.door;

import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Problems;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Stands before everything: what gets past it to Funqy is one checked event on {@code POST /}, and nothing else. */
@Singleton
final class Gate {

    private static final int BEFORE_FUNQY = 10;

    private final BrokerDoor broker;
    private final IngestDoor ingest;
    private final Webhooks webhooks;
    private final IndexPage index = new IndexPage();

    Gate(BrokerDoor broker, IngestDoor ingest, Webhooks webhooks) {
        this.broker = broker;
        this.ingest = ingest;
        this.webhooks = webhooks;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_FUNQY);
    }

    private void handle(RoutingContext request) {
        var path = withoutTrailingSlash(request.normalizedPath());
        if (path.isEmpty()) {
            root(request);
        } else if (path.equals("/events")) {
            events(request);
        } else if (FunctionRecorder.registry.matchInvoker(path.substring(1)) != null) {
            // Funqy would call the function for any plain request, without an event.
            Answers.problem(request, Problems.ofStatus(404));
        } else {
            request.next();
        }
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void root(RoutingContext request) {
        var method = request.request().method();
        if (method == HttpMethod.POST) {
            broker.handle(request);
        } else if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            index.send(request);
        } else {
            otherMethod(request, "GET, HEAD, OPTIONS, POST");
        }
    }

    private void events(RoutingContext request) {
        if (request.request().method() == HttpMethod.POST) {
            ingest.handle(request);
        } else {
            otherMethod(request, "OPTIONS, POST");
        }
    }

    private void otherMethod(RoutingContext request, String allowed) {
        request.response().putHeader("allow", allowed);
        if (request.request().method() == HttpMethod.OPTIONS) {
            webhooks.welcome(request);
        } else {
            Answers.problem(request, Problem.of(405, "allowed here: " + allowed));
        }
    }
}
