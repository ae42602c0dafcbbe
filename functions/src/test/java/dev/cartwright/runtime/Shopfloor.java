package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.runtime.memory.InMemorySubjectStore;
import dev.cartwright.shop.Shop;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The shop over stores in memory, with one lane that a test drives. */
final class Shopfloor {

    static final RuleSetVersion RULES = new RuleSetVersion(5, "five");

    final InMemoryEventLog log = new InMemoryEventLog();
    final InMemoryPublisher broker = new InMemoryPublisher();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final InMemorySubjectStore cache;
    final Runtime runtime;
    final LaneDriver lane;
    private long now = 1;

    Shopfloor() {
        this(EventSpans.NONE);
    }

    Shopfloor(EventSpans spans) {
        var engine = new Engine(Shop.rules(), 32);
        cache = new InMemorySubjectStore(() -> now);
        runtime = new Runtime(engine, new Events(engine.rules().catalog()), RULES, log, cache, broker,
                LaneSettings.DEFAULT, new LaneMeters(meters, engine.rules().catalog()), spans, () -> now);
        lane = new LaneDriver(runtime);
    }

    static CloudEvent added(String product, String user, String time, String id) {
        return event("product-added-to-cart", "user/" + user, time, id, Map.of("product_id", product, "user_id", user));
    }

    static CloudEvent event(String type, String subject, String time, String id, Map<String, ?> data) {
        return CloudEventBuilder.v1().withType(type).withSubject(subject).withId(id).withSource(URI.create("/test"))
                .withTime(OffsetDateTime.parse("2023-04-19T" + time + "Z")).withData("application/json", Json.bytes(data))
                .build();
    }

    void passes(Duration time) {
        now += time.toNanos();
    }

    /** Delivers the events together; their outcomes once the lane has nothing more to do. */
    List<CompletableFuture<Outcome>> deliver(CloudEvent... events) {
        var outcomes = List.of(events).stream()
                .map(event -> lane.offer(new Incoming(event, runtime.events().read(event)))).toList();
        work();
        return outcomes;
    }

    /** The same for a sender that takes a follow-up as its answer: the answers. */
    List<Optional<Reply>> deliverForReply(CloudEvent... events) {
        var replies = List.of(events).stream()
                .map(event -> lane.offerForReply(new Incoming(event, runtime.events().read(event)))).toList();
        work();
        return replies.stream().map(CompletableFuture::join).toList();
    }

    private void work() {
        for (int i = 0; i < 50 && !lane.isIdle(); i++) {
            lane.runOnce();
        }
        lane.runOnce();
    }

    Outcome deliverOne(CloudEvent event) {
        return deliver(event).get(0).join();
    }

    State state(String subject) {
        return new SubjectReader(runtime).current(subject).orElse(State.EMPTY);
    }

    /** The types of what live watchers of the subject are told from now on. */
    List<String> watch(String subject) {
        List<String> told = new ArrayList<>();
        cache.watch((change, news) -> {
            if (change.subject().equals(subject)) {
                told.addAll(news.reset() ? List.of("reset")
                        : news.messages().stream().map(CloudEvent::getType).toList());
            }
        });
        cache.keepHistory(subject);
        return told;
    }

    List<String> publishedTypes() {
        return broker.published().stream().map(publication -> publication.event().getType()).toList();
    }

    double counted(String meter) {
        return meters.find(meter).counters().stream().mapToDouble(counter -> counter.count()).sum();
    }
}
