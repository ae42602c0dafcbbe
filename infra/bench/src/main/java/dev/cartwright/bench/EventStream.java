package dev.cartwright.bench;

import java.net.URI;
import redis.clients.jedis.RedisClient;

/** Watches how far the broker's stream of events is processed. Thread-safe. */
final class EventStream implements AutoCloseable {

    private static final String EVENTS = "events";
    private static final String GROUP = "functions";

    private final RedisClient redis;

    EventStream(URI broker) {
        this.redis = RedisClient.create(broker.getHost(), broker.getPort());
    }

    /** How many events were published and are not acknowledged yet. */
    long backlog() {
        var stream = redis.xinfoStream(EVENTS).getStreamInfo();
        long read = 0;
        for (var group : redis.xinfoGroups(EVENTS)) {
            // Null before the first one is read.
            if (group.getName().equals(GROUP) && group.getGroupInfo().get("entries-read") instanceof Long entries) {
                read = entries - group.getPending();
            }
        }
        return (Long) stream.get("entries-added") - read;
    }

    @Override
    public void close() {
        redis.close();
    }
}
