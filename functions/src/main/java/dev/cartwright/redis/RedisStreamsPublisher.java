package dev.cartwright.redis;

import dev.cartwright.runtime.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/** Publishes to a Redis stream, in order. Thread-safe. What is durable is the server's configuration. */
public final class RedisStreamsPublisher implements Publisher {

    /** The stream that the local broker delivers from. */
    public static final String STREAM = "events";

    static final byte[] KEY = STREAM.getBytes(StandardCharsets.UTF_8);

    private final RedisPool redis;

    public RedisStreamsPublisher(RedisPool redis) {
        this.redis = redis;
    }

    @Override
    public void publish(List<Publication> publications) {
        if (publications.isEmpty()) {
            return;
        }
        var entries = publications.stream().map(EventFields::of).toList();
        var answers = redis.pipelined(pipeline -> entries.stream()
                .map(entry -> pipeline.xadd(KEY, XAddParams.xAddParams(), entry)).toList());
        check(answers);
    }

    private void check(List<Response<byte[]>> answers) {
        try {
            answers.forEach(Response::get);
        } catch (JedisException e) {
            throw redis.away(e);
        }
    }

    /** How many events are on the stream: those that were not processed yet. */
    long backlog() {
        var length = redis.pipelined(pipeline -> pipeline.xlen(KEY));
        try {
            return length.get();
        } catch (JedisException e) {
            throw redis.away(e);
        }
    }
}
