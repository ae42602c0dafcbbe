package dev.cartwright.http.door;

import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
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
        switch (request.normalizedPath()) {
            case "/" -> root(request);
            case "/events" -> events(request);
            // No function among them, which Funqy would call without an event: nobody gets there by its name.
            default -> request.next();
        }
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
