package dev.cartwright.redis;

import dev.cartwright.live.Subscription;
import java.io.IOException;
import java.util.Collection;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/** A connection to Redis that listens to the channels it is subscribed to. Thread-safe. */
final class RedisSubscription implements Subscription {

    /** No history has this name: while it is subscribed to, the connection listens, with or without other channels. */
    private static final byte[] STANDING = {'l', 'i', 'v', 'e'};

    private final RedisPool redis;
    private final Connection connection;
    private volatile long heardAt = System.nanoTime();
    private volatile Receiver receiver;

    private final BinaryJedisPubSub channels = new BinaryJedisPubSub() {
        @Override
        public void onSubscribe(byte[] history, int count) {
            heardAt = System.nanoTime();
            if (history.length == STANDING.length) {
                receiver.connected();
            } else {
                receiver.subscribed(LiveKeys.channel(history));
            }
        }

        @Override
        public void onMessage(byte[] history, byte[] payload) {
            heardAt = System.nanoTime();
            if (history.length != STANDING.length) {
                receiver.heard(new PublishedFrame(LiveKeys.channel(history), payload));
            }
        }

        @Override
        public void onPong(byte[] pong) {
            heardAt = System.nanoTime();
        }
    };

    RedisSubscription(RedisPool redis) {
        this.redis = redis;
        this.connection = redis.connect();
    }

    @Override
    public void listen(Receiver whoever) {
        receiver = whoever;
        guarded(() -> channels.proceed(connection, STANDING));
        throw redis.away(new IOException("the subscription has ended"));
    }

    @Override
    public void subscribe(Collection<String> names) {
        guarded(() -> channels.subscribe(histories(names)));
    }

    @Override
    public void unsubscribe(Collection<String> names) {
        guarded(() -> channels.unsubscribe(histories(names)));
    }

    @Override
    public void ping() {
        guarded(channels::ping);
    }

    private static byte[][] histories(Collection<String> names) {
        return names.stream().map(LiveKeys::history).toArray(byte[][]::new);
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (JedisException e) {
            throw redis.away(e);
        }
    }

    @Override
    public long heardAt() {
        return heardAt;
    }

    @Override
    public void close() {
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            connection.setBroken();
        }
    }
}
