package dev.cartwright.http.door;

import io.opentelemetry.api.trace.Span;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Runs the rules of an event that triggered a function, and remembers what they decide. */
@Singleton
public final class Rules {

    private final Processing processing;
    private final CurrentVertxRequest request;

    Rules(Processing processing, CurrentVertxRequest request) {
        this.processing = processing;
        this.request = request;
    }

    /** Ends when everything is durable; fails where the sender should send the event again. */
    public Uni<Void> on(CloudEvent<?> event) {
        var incoming = BinaryForm.of(request);
        // Funqy's event is the same one; the gate has parsed it already, and kept what Funqy drops.
        if (!incoming.cloudEvent().getId().equals(event.id())) {
            throw new IllegalStateException("the function was not called through the gate");
        }
        var carrier = Span.current().getSpanContext();
        return Uni.createFrom().completionStage(() -> processing.submit(incoming, carrier)).replaceWithVoid();
    }
}
