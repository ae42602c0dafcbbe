package dev.cartwright.redis;

import dev.cartwright.redis.ScriptRunner.Call;
import dev.cartwright.runtime.SharedWork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Whose turn it is and what was reached, side by side in Redis: what was reached is kept for longer. Thread-safe. */
public final class RedisSharedWork implements SharedWork {

    private static final byte[] TURN_MILLIS = bytes("60000");
    private static final byte[] REACHED_MILLIS = bytes("3600000");

    /** KEYS: turn and what was reached. ARGV: whose turn, for how many milliseconds. */
    private static final Script TAKE = Script.of("""
            local whose = redis.call('GET', KEYS[1])
            if whose and whose ~= ARGV[1] then return false end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return redis.call('GET', KEYS[2]) or ''
            """);

    /** ARGV: the same; what was reached, and for how many milliseconds that is kept. */
    private static final Script REACHED = Script.of("""
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4])
            return 1
            """);

    /** ARGV: whose turn. */
    private static final Script DONE = Script.of("""
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[1], KEYS[2])
            """);

    private final ScriptRunner take;
    private final ScriptRunner reached;
    private final ScriptRunner done;

    public RedisSharedWork(RedisPool redis) {
        this.take = new ScriptRunner(redis, TAKE);
        this.reached = new ScriptRunner(redis, REACHED);
        this.done = new ScriptRunner(redis, DONE);
    }

    @Override
    public Optional<String> take(String work, String instance) {
        return Optional.ofNullable((byte[]) run(take, work, bytes(instance), TURN_MILLIS))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public boolean reached(String work, String instance, String what) {
        return run(reached, work, bytes(instance), TURN_MILLIS, bytes(what), REACHED_MILLIS).equals(1L);
    }

    @Override
    public void done(String work, String instance) {
        run(done, work, bytes(instance));
    }

    private static Object run(ScriptRunner script, String work, byte[]... arguments) {
        var keys = List.of(bytes("work:{" + work + "}"), bytes("work:{" + work + "}:reached"));
        return script.run(List.of(new Call(keys, List.of(arguments)))).get(0).value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
