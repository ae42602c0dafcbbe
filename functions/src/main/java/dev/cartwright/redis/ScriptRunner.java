package dev.cartwright.redis;

import dev.cartwright.runtime.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Runs one script on many keys in one round trip. Thread-safe. */
final class ScriptRunner {

    /** One run of the script; all keys are in one hash slot. */
    record Call(List<byte[]> keys, List<byte[]> arguments) {}

    /** What it returned, and the run of the server that it ran on. */
    record Answer(String runId, Object value) {}

    private static final String RUN_ID = "run_id:";

    private final RedisPool redis;
    private final Script script;

    ScriptRunner(RedisPool redis, Script script) {
        this.redis = redis;
        this.script = script;
    }

    /** The answers in the order of the calls. A server that has forgotten the script is given it again. */
    List<Answer> run(List<Call> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        var answers = new ArrayList<>(redis.pipelined(pipeline -> send(pipeline, calls)).read());
        var forgotten = IntStream.range(0, calls.size()).filter(i -> answers.get(i) == null).boxed().toList();
        if (!forgotten.isEmpty()) {
            var again = load(forgotten.stream().map(calls::get).toList());
            IntStream.range(0, again.size()).forEach(i -> answers.set(forgotten.get(i), again.get(i)));
        }
        return answers;
    }

    private List<Answer> load(List<Call> calls) {
        var answers = redis.pipelined(pipeline -> {
            pipeline.sendCommand(Protocol.Command.SCRIPT, "LOAD".getBytes(StandardCharsets.US_ASCII), script.source());
            return send(pipeline, calls);
        }).read();
        if (answers.contains(null)) {
            throw redis.away(new JedisNoScriptException("it keeps forgetting scripts"));
        }
        return answers;
    }

    private Sent send(Pipeline pipeline, List<Call> calls) {
        var info = pipeline.sendCommand(Protocol.Command.INFO, "server");
        return new Sent(info, calls.stream()
                .map(call -> pipeline.evalsha(script.sha(), call.keys(), call.arguments())).toList());
    }

    private final class Sent {

        private final Response<Object> info;
        private final List<Response<Object>> results;

        Sent(Response<Object> info, List<Response<Object>> results) {
            this.info = info;
            this.results = results;
        }

        /** With null for each call that the server did not know the script for, and so did not run. */
        List<Answer> read() throws Unavailable {
            try {
                var runId = runId(new String((byte[]) info.get(), StandardCharsets.US_ASCII));
                return new ArrayList<>(results.stream().map(result -> answer(runId, result)).toList());
            } catch (JedisException e) {
                throw redis.away(e);
            }
        }

        private static Answer answer(String runId, Response<Object> result) {
            try {
                return new Answer(runId, result.get());
            } catch (JedisNoScriptException e) {
                return null;
            }
        }

        private static String runId(String info) {
            int start = info.indexOf(RUN_ID) + RUN_ID.length();
            return info.substring(start, info.indexOf('\r', start));
        }
    }
}
