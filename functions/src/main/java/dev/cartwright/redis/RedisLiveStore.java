package dev.cartwright.redis;

import dev.cartwright.live.LiveStore;
import dev.cartwright.live.Offset;
import dev.cartwright.live.Subscription;
import dev.cartwright.redis.ScriptRunner.Answer;
import dev.cartwright.redis.ScriptRunner.Call;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.Snapshot;
import dev.cartwright.runtime.StructuredEvent;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The histories of channels in Redis, which live as long as somebody watches and a while longer. Thread-safe. */
public final class RedisLiveStore implements LiveStore {

    private static final byte[] TURN_MILLIS = ascii("5000");
    private static final byte[] PAUSE_MILLIS = ascii("500");

    private final RedisPool redis;
    private final ScriptRunner read;
    private final ScriptRunner keep;
    private final ScriptRunner takeTurn;
    private final ScriptRunner tellInTurn;
    private final byte[] history;
    private final byte[] life;

    /**
     * @param history how many messages of a view are kept
     * @param life of a history that nobody watches any more
     */
    public RedisLiveStore(RedisPool redis, int history, Duration life) {
        this.redis = redis;
        this.read = new ScriptRunner(redis, LiveScripts.READ);
        this.keep = new ScriptRunner(redis, LiveScripts.KEEP);
        this.takeTurn = new ScriptRunner(redis, LiveScripts.TAKE_TURN);
        this.tellInTurn = new ScriptRunner(redis, LiveScripts.TELL_IN_TURN);
        this.history = ascii(Integer.toString(history));
        this.life = ascii(Long.toString(life.toMillis()));
    }

    @Override
    public Reading read(String channel, Optional<Offset> after) {
        var arguments = List.of(life, ascii(after.map(Offset::toString).orElse("")));
        return reading(read.run(List.of(new Call(LiveKeys.subjectAndHistory(channel), arguments))).get(0));
    }

    private static Reading reading(Answer answer) {
        var fields = (List<?>) answer.value();
        var state = SnapshotJson.read((byte[]) fields.get(1),
                new String((byte[]) fields.get(2), StandardCharsets.US_ASCII));
        if (state.isPresent() && !state.get().runId().equals(answer.runId())) {
            // why: a server that took over may have forgotten some of what watchers were told, its history, too.
            return new Reading(Offset.NONE, List.of(), Optional.empty());
        }
        var messages = ((List<?>) fields.get(3)).stream().map(LiveEntries::entry).toList();
        return new Reading(LiveEntries.offset((byte[]) fields.get(0)), messages,
                state.map(Snapshot::state));
    }

    @Override
    public List<Offset> keep(List<String> channels) {
        var calls = channels.stream().map(name -> new Call(List.of(LiveKeys.history(name)), List.of(life))).toList();
        return keep.run(calls).stream().map(answer -> LiveEntries.offset((byte[]) answer.value())).toList();
    }

    @Override
    public Turn takeTurn(String channel, String instance) {
        var answer = takeTurn.run(List.of(new Call(LiveKeys.turnAndHistory(channel),
                List.of(ascii(instance), TURN_MILLIS)))).get(0);
        return switch (((Long) answer.value()).intValue()) {
            case 1 -> Turn.MINE;
            case 0 -> Turn.LATER;
            default -> Turn.NOBODY_WATCHES;
        };
    }

    @Override
    public boolean tell(String channel, String instance, CloudEvent message) {
        var arguments = List.of(ascii(instance), PAUSE_MILLIS, history, Json.bytes(StructuredEvent.of(message)));
        return tellInTurn.run(List.of(new Call(LiveKeys.turnAndHistory(channel), arguments))).get(0).value().equals(1L);
    }

    @Override
    public Subscription connect() {
        return new RedisSubscription(redis);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
