package dev.cartwright.sre;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.LaneSettings;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Runtime;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.runtime.memory.InMemorySubjectStore;
import dev.cartwright.shop.Shop;
import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Functions that process what is published, follow-ups included, one event after the other. */
final class Works implements AutoCloseable {

    private final InMemoryPublisher broker = new InMemoryPublisher();
    private final Events events;
    private final Runtime runtime;
    private final Lanes lanes;
    private int delivered;

    Works() {
        var engine = new Engine(Shop.rules(), 32);
        events = new Events(engine.rules().catalog());
        runtime = new Runtime(engine, events, new RuleSetVersion(1, "one"), new InMemoryEventLog(),
                new InMemorySubjectStore(System::nanoTime), broker, LaneSettings.DEFAULT,
                new LaneMeters(new SimpleMeterRegistry(), engine.rules().catalog()), EventSpans.NONE, System::nanoTime);
        lanes = new Lanes(runtime);
        lanes.start();
    }

    Publisher broker() {
        return broker;
    }

    /** Until nothing is left that was not processed. */
    void process() {
        while (delivered < broker.published().size()) {
            var event = broker.published().get(delivered++).event();
            lanes.submit(new Incoming(event, events.read(event)), SpanContext.getInvalid()).toCompletableFuture()
                    .orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    /** Each once: what may not have gone out goes out again. */
    List<CloudEvent> published(String type) {
        return broker.published().stream().map(Publication::event).filter(event -> event.getType().equals(type))
                .distinct().toList();
    }

    State state(String subject) {
        return new SubjectReader(runtime).current(subject).orElse(State.EMPTY);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
