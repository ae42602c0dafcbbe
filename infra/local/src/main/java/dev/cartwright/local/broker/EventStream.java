package dev.cartwright.local.broker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.params.XTrimParams;

/** The stream of events as one consumer of the group {@code functions}; thread-safe, every call has a timeout. */
final class EventStream implements AutoCloseable {
    static final String EVENTS = "events";
    static final String GROUP = "functions";

    private static final byte[] BEGINNING = bytes("0-0");
    private static final byte[] END = bytes("9999999999999-0");
    private static final byte[] NEW = bytes(">");
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int BLOCK_MILLIS = 500;

    private final RedisClient redis;
    private final String consumer;

    EventStream(URI broker, String consumer) {
        this.consumer = consumer;
        // why: the answers of RESP2 are plain lists, which are the cheapest to take apart.
        var config = DefaultJedisClientConfig.builder().resp2()
            .timeoutMillis(TIMEOUT_MILLIS).blockingSocketTimeoutMillis(TIMEOUT_MILLIS).build();
        this.redis = RedisClient.builder()
            .hostAndPort(broker.getHost(), broker.getPort()).clientConfig(config).build();
    }

    static byte[] beginning() {
        return BEGINNING.clone();
    }

    /** Makes stream and group where absent. */
    void join() {
        try {
            redis.xgroupCreate(EVENTS, GROUP, new StreamEntryID(0, 0), true);
        } catch (JedisDataException e) {
            if (!e.getMessage().startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }

    /** Waits a moment for entries that no consumer has seen yet. */
    List<Delivery> next(int count) {
        return read(readGroup(count).add("BLOCK").add(BLOCK_MILLIS).blocking(), NEW);
    }

    /** What this consumer was given after that entry and has not acknowledged. */
    List<Delivery> pendingAfter(byte[] id, int count) {
        return read(readGroup(count), id);
    }

    /** Tells the others that this consumer is alive. */
    void touch() {
        pendingAfter(END, 1);
    }

    /** Waits a moment for entries after that one, whoever else reads them. */
    List<Delivery> after(byte[] id, int count) {
        return read(new CommandArguments(Command.XREAD).add("COUNT").add(count)
            .add("BLOCK").add(BLOCK_MILLIS).blocking(), id);
    }

    byte[] newestId() {
        var newest = redis.xrevrange(EVENTS, "+", "-", 1);
        return newest.isEmpty() ? beginning() : bytes(newest.get(0).getID().toString());
    }

    void acknowledge(List<Delivery> deliveries) {
        redis.xack(bytes(EVENTS), bytes(GROUP), deliveries.stream().map(Delivery::id).toArray(byte[][]::new));
    }

    /** Takes over what consumers that have been silent for so long left unacknowledged. */
    List<Delivery> claimFromDead(long silentMillis, int count) {
        var claimed = new ArrayList<Delivery>();
        for (var other : redis.xinfoConsumers2(EVENTS, GROUP)) {
            if (!other.getName().equals(consumer) && other.getIdle() > silentMillis && other.getPending() > 0) {
                claimed.addAll(claimFrom(other.getName(), silentMillis, count));
            }
        }
        return claimed;
    }

    /** Drops the oldest processed entries, whole nodes of the stream at a time, where there are more than to keep. */
    void trim(long keep) {
        long surplus = redis.xlen(EVENTS) - keep;
        if (surplus > 0) {
            redis.xtrim(EVENTS, XTrimParams.xTrimParams().minId(oldestNeeded()).approximateTrimming().limit(surplus));
        }
    }

    @Override
    public void close() {
        redis.close();
    }

    private String oldestNeeded() {
        var pending = redis.xpending(EVENTS, GROUP);
        if (pending.getTotal() > 0) {
            return pending.getMinId().toString();
        }
        return redis.xinfoGroups(EVENTS).stream().filter(group -> group.getName().equals(GROUP))
            .findFirst().orElseThrow().getLastDeliveredId().toString();
    }

    private CommandArguments readGroup(int count) {
        return new CommandArguments(Command.XREADGROUP).add("GROUP").add(GROUP).add(consumer).add("COUNT").add(count);
    }

    private List<Delivery> read(CommandArguments arguments, byte[] from) {
        var streams = run(arguments.add("STREAMS").add(EVENTS).add(from));
        return streams == null || streams.isEmpty() ? List.of() : deliveries(list(list(streams.get(0)).get(1)));
    }

    private List<Object> run(CommandArguments arguments) {
        return redis.executeCommand(new CommandObject<>(arguments, BuilderFactory.RAW_OBJECT_LIST));
    }

    private List<Delivery> claimFrom(String other, long silentMillis, int count) {
        var ids = redis.xpending(EVENTS, GROUP, XPendingParams.xPendingParams("-", "+", count)
            .idle(silentMillis).consumer(other));
        if (ids.isEmpty()) {
            return List.of();
        }
        var claim = new CommandArguments(Command.XCLAIM).add(EVENTS).add(GROUP).add(consumer).add(silentMillis);
        ids.forEach(entry -> claim.add(entry.getID().toString()));
        return deliveries(run(claim));
    }

    private static List<Delivery> deliveries(List<Object> entries) {
        var deliveries = new ArrayList<Delivery>(entries.size());
        for (var entry : entries) {
            var parts = list(entry);
            deliveries.add(Delivery.of((byte[]) parts.get(0), fields(parts.get(1))));
        }
        return deliveries;
    }

    // why: an entry that was deleted while it was pending has no fields; nobody subscribes to it then.
    @SuppressWarnings("unchecked")
    private static List<byte[]> fields(Object fields) {
        return fields == null ? List.of() : (List<byte[]>) fields;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object answer) {
        return (List<Object>) answer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
