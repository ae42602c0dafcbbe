package dev.cartwright.local.pubsub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.local.broker.Published;
import dev.cartwright.local.broker.Tail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Reads along by a subscription of its own, which ends with it; for one thread. */
public final class PubSubTail implements Tail {
    private static final int COUNT = 512;
    // why: left to itself, the emulator answers an empty pull only after a minute and a half.
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    // why: the least that Pub/Sub allows, for the case that nobody is left to delete it.
    private static final String LIFE = "86400s";
    private static final String KEPT = "600s";

    private final EmulatorApi api;
    private final String subscription;

    /** From the next event on. */
    public PubSubTail(PubSubTopic topic) {
        this.api = new EmulatorApi(topic.emulator());
        this.subscription = topic.subscription("watch-" + UUID.randomUUID());
        var settings = EmulatorApi.object().put("topic", topic.path()).put("messageRetentionDuration", KEPT);
        settings.putObject("expirationPolicy").put("ttl", LIFE);
        api.create(subscription, settings);
    }

    @Override
    public List<Published> next() {
        var pulled = api.post(subscription + ":pull",
            EmulatorApi.object().put("maxMessages", COUNT).put("returnImmediately", true)).path("receivedMessages");
        if (pulled.isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return List.of();
        }
        acknowledge(pulled);
        var events = new ArrayList<Published>();
        pulled.forEach(received -> events.add(Message.published(received.path("message"))));
        return events;
    }

    @Override
    public void close() {
        api.delete(subscription);
    }

    private void acknowledge(JsonNode pulled) {
        var body = EmulatorApi.object();
        var ids = body.putArray("ackIds");
        pulled.forEach(received -> ids.add(received.path("ackId").asText()));
        api.post(subscription + ":acknowledge", body);
    }
}
