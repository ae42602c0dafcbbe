package dev.cartwright.redis;

import dev.cartwright.redis.ScriptRunner.Answer;
import dev.cartwright.redis.ScriptRunner.Call;
import dev.cartwright.rules.Ranking;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rankings in Redis, one key a board, those of one ranking in one hash slot. Thread-safe. */
public final class RedisRankings implements RankingStore {

    /** Of a board without an end those that stand there longest go first. */
    private static final int MOST_BY_TIME = 100_000;

    private final ScriptRunner put;
    private final ScriptRunner read;
    private final ScriptRunner putByTime;
    private final ScriptRunner lowest;

    public RedisRankings(RedisPool redis) {
        this.put = new ScriptRunner(redis, RankingScripts.PUT);
        this.read = new ScriptRunner(redis, RankingScripts.READ);
        this.putByTime = new ScriptRunner(redis, RankingScripts.PUT_BY_TIME);
        this.lowest = new ScriptRunner(redis, RankingScripts.LOWEST);
    }

    @Override
    public void put(Collection<Entry> entries) {
        putByTime(entries.stream().filter(RedisRankings::isByTime).toList());
        put.run(entries.stream().filter(entry -> !isByTime(entry)).map(entry -> {
            var standing = entry.standing();
            var arguments = arguments(standing.ranking(), standing.place(), "", 0);
            add(arguments, entry);
            return new Call(key(standing.ranking(), standing.place()), arguments);
        }).toList());
    }

    private static boolean isByTime(Entry entry) {
        return entry.standing().place().begins() == null;
    }

    private void putByTime(List<Entry> entries) {
        putByTime.run(entries.stream().map(entry -> {
            var standing = entry.standing();
            var arguments = new ArrayList<>(List.of(bytes(standing.ranking().kept().toMillis()), bytes(MOST_BY_TIME)));
            standing.scores().values().forEach(time -> {
                arguments.add(bytes(standing.place().source()));
                arguments.add(bytes(time));
            });
            return new Call(key(standing.ranking(), standing.place()), arguments);
        }).toList());
    }

    @Override
    public List<Score> lowest(Ranking ranking, List<Ranking.Place> boards, int ofEach) {
        var calls = boards.stream().map(board -> new Call(key(ranking, board), List.of(bytes(ofEach)))).toList();
        List<Score> scores = new ArrayList<>();
        for (var answer : lowest.run(calls)) {
            var members = ((List<?>) answer.value()).iterator();
            while (members.hasNext()) {
                scores.add(new Score(text(members.next()), "", (long) Double.parseDouble(text(members.next()))));
            }
        }
        return scores;
    }

    @Override
    public void complete(Ranking ranking, Ranking.Place board, String run, Collection<Entry> entries,
            RuleSetVersion rules) {
        var arguments = arguments(ranking, board, '!' + run, rules.number());
        entries.forEach(entry -> add(arguments, entry));
        put.run(List.of(new Call(key(ranking, board), arguments)));
    }

    private static List<byte[]> arguments(Ranking ranking, Ranking.Place board, String mark, long number) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(board.begins().plus(ranking.kept()).toEpochMilli()));
        arguments.add(bytes(mark));
        arguments.add(bytes(number));
        return arguments;
    }

    private static void add(List<byte[]> arguments, Entry entry) {
        arguments.add(bytes(entry.standing().place().source()));
        arguments.add(bytes(entry.rules().number()));
        arguments.add(bytes(entry.rules().hash()));
        arguments.add(bytes(entry.version()));
        arguments.add(bytes(entry.standing().scores().size()));
        entry.standing().scores().forEach((name, score) -> {
            arguments.add(bytes(score));
            arguments.add(bytes(name));
        });
    }

    @Override
    public List<Board> read(Ranking ranking, List<Ranking.Place> boards, RuleSetVersion rules) {
        var calls = boards.stream().map(board -> new Call(key(ranking, board), List.of())).toList();
        return read.run(calls).stream().map(answer -> board(answer, rules)).toList();
    }

    private static Board board(Answer answer, RuleSetVersion rules) {
        var mark = '!' + answer.runId();
        boolean complete = false;
        List<Score> scores = new ArrayList<>();
        var members = ((List<?>) answer.value()).iterator();
        while (members.hasNext()) {
            var member = text(members.next());
            long score = (long) Double.parseDouble(text(members.next()));
            complete |= member.equals(mark) && score >= rules.number();
            int end = member.indexOf('#');
            if (member.charAt(0) == 's' && end > 0) {
                scores.add(new Score(member.substring(1, end), member.substring(end + 1), score));
            }
        }
        return new Board(answer.runId(), complete, scores);
    }

    private static List<byte[]> key(Ranking ranking, Ranking.Place board) {
        return List.of(bytes("ranking:{" + ranking.name() + "}:" + board.board()));
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
