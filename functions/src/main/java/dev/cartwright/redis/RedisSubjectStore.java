package dev.cartwright.redis;

import dev.cartwright.redis.ScriptRunner.Answer;
import dev.cartwright.redis.ScriptRunner.Call;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.Loaded;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SubjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cache of subjects in Redis, one key a subject, all in one hash slot. Thread-safe. */
public final class RedisSubjectStore implements SubjectStore {

    private static final byte[] PLACEHOLDER_MILLIS = ascii("60000");
    private static final String PENDING = "p:";

    private final ScriptRunner load;
    private final ScriptRunner compareAndSet;
    private final Tokens tokens = new Tokens();
    private final LiveMessages messages;

    /** @param history how many messages to the live watchers of a subject are kept */
    public RedisSubjectStore(RedisPool redis, int history) {
        this.messages = new LiveMessages(history);
        this.load = new ScriptRunner(redis, SubjectScripts.LOAD);
        this.compareAndSet = new ScriptRunner(redis, SubjectScripts.COMPARE_AND_SET);
    }

    @Override
    public List<Loaded> load(List<Load> loads, Registrant registrant) {
        var calls = loads.stream().map(each -> call(each, registrant)).toList();
        return load.run(calls).stream().map(RedisSubjectStore::loaded).toList();
    }

    private Call call(Load load, Registrant registrant) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(tokens.next());
        arguments.add(PLACEHOLDER_MILLIS);
        addRules(arguments, registrant.rules());
        arguments.add(ascii(Long.toString(registrant.pendingTimeout().toMillis())));
        addPositions(arguments, load.pending());
        return new Call(LiveKeys.subjectAndHistory(load.subject()), arguments);
    }

    private static Loaded loaded(Answer answer) {
        var fields = (List<?>) answer.value();
        Map<Position, Loaded.Mark> pending = new HashMap<>();
        for (int i = 4; i < fields.size(); i += 4) {
            var position = new Position(text(fields.get(i)).substring(PENDING.length()));
            var rules = new RuleSetVersion((Long) fields.get(i + 2), text(fields.get(i + 3)));
            pending.put(position, new Loaded.Mark(Duration.ofMillis((Long) fields.get(i + 1)), rules));
        }
        var snapshot = SnapshotJson.read((byte[]) fields.get(1), text(fields.get(2)));
        return new Loaded(text(fields.get(0)), snapshot, answer.runId(), pending, fields.get(3).equals(1L));
    }

    @Override
    public List<Boolean> compareAndSet(List<Change> changes) {
        return compareAndSet.run(changes.stream().map(this::call).toList()).stream()
                .map(answer -> answer.value().equals(1L)).toList();
    }

    private Call call(Change change) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(ascii(change.token()));
        arguments.add(tokens.next());
        arguments.add(SnapshotJson.write(change.next()));
        arguments.add(ascii(change.next().runId()));
        arguments.add(ascii(change.reborn() ? PENDING + LOST.key() : ""));
        addRules(arguments, change.next().rules());
        arguments.addAll(messages.arguments(change.news()));
        addPositions(arguments, change.settled());
        return new Call(LiveKeys.subjectAndHistory(change.subject()), arguments);
    }

    private static void addRules(List<byte[]> arguments, RuleSetVersion rules) {
        arguments.add(ascii(Long.toString(rules.number())));
        arguments.add(ascii(rules.hash()));
    }

    private static void addPositions(List<byte[]> arguments, Collection<Position> positions) {
        positions.forEach(position -> arguments.add(ascii(PENDING + position.key())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.US_ASCII);
    }
}
