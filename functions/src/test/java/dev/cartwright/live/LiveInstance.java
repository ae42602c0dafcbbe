package dev.cartwright.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.redis.RedisLiveStore;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisSubjectStore;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.LaneSettings;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.Outcome;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Runtime;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.SubjectView;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.shop.Shop;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** An instance of the functions as far as the live feed goes: lanes, a reader and a hub over a real Redis. */
final class LiveInstance implements AutoCloseable {

    static final int HISTORY = 32;
    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration NEVER = Duration.ofHours(1);

    final LiveHub hub;
    final RedisLiveStore live;
    private final RedisPool redis;
    private final Runtime runtime;
    private final Lanes lanes;
    private final SubjectReader subjects;

    LiveInstance(String redisUrl, EventLog log) {
        this(redisUrl, log, NEVER, LIFE, view -> Optional.empty());
    }

    LiveInstance(String redisUrl, EventLog log, Duration check, Duration life, Views views) {
        redis = new RedisPool("the cache", URI.create(redisUrl), Duration.ofSeconds(4));
        live = new RedisLiveStore(redis, HISTORY, life);
        var engine = new Engine(Shop.rules(), 32);
        runtime = new Runtime(engine, new Events(engine.rules().catalog()), new RuleSetVersion(5, "five"), log,
                new RedisSubjectStore(redis, HISTORY), new InMemoryPublisher(), LaneSettings.DEFAULT,
                new LaneMeters(new SimpleMeterRegistry(), engine.rules().catalog()), EventSpans.NONE, System::nanoTime);
        lanes = new Lanes(runtime);
        lanes.start();
        subjects = new SubjectReader(runtime);
        hub = LiveHub.start(live, subjects::current, new ViewMessages(views, Clock.systemUTC()),
                new LiveSettings(1000, check, Duration.ofSeconds(1)));
    }

    static CloudEvent added(String user, String product, Instant time, String id) {
        return added(user, time, id, Map.of("product_id", product, "user_id", user.substring(5)));
    }

    static CloudEvent added(String user, Instant time, String id, Map<String, ?> data) {
        return CloudEventBuilder.v1().withType("product-added-to-cart").withSubject(user).withId(id)
                .withSource(URI.create("/test")).withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(data))
                .build();
    }

    CompletionStage<Outcome> submit(CloudEvent event) {
        return lanes.submit(new Incoming(event, runtime.events().read(event)), SpanContext.getInvalid());
    }

    Outcome deliver(CloudEvent event) throws Exception {
        return submit(event).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /** The state as whoever asks for it is answered. */
    JsonNode state(String subject) {
        var view = SubjectView.of(subject, subjects.current(subject).orElse(State.EMPTY));
        try {
            return Json.MAPPER.readTree(Json.bytes(view));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Watcher watch(String channel) {
        return Watcher.of(hub, channel);
    }

    /** As a network does that loses the connections of all instances. */
    static void cutSubscriptions(String redisUrl) {
        try (var client = new Jedis(URI.create(redisUrl))) {
            client.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB));
        }
    }

    @Override
    public void close() {
        hub.close();
        lanes.close();
        redis.close();
    }
}
