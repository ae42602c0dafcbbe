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

    private final ScriptRunner put;
    private final ScriptRunner read;
    private final RedisEndlessBoards endless;

    public RedisRankings(RedisPool redis) {
        this.put = new ScriptRunner(redis, RankingScripts.PUT);
        this.read = new ScriptRunner(redis, RankingScripts.READ);
        this.endless = new RedisEndlessBoards(redis);
    }

    @Override
    public void put(Collection<Entry> entries) {
        endless.put(entries.stream().filter(RedisRankings::isEndless).toList());
        put.run(entries.stream().filter(entry -> !isEndless(entry)).map(entry -> {
            var standing = entry.standing();
            var arguments = arguments(standing.ranking(), standing.place(), "", 0);
            add(arguments, entry);
            return new Call(key(standing.ranking(), standing.place()), arguments);
        }).toList());
    }

    private static boolean isEndless(Entry entry) {
        return entry.standing().place().begins() == null;
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

    static List<byte[]> key(Ranking ranking, Ranking.Place board) {
        return List.of(bytes("ranking:{" + ranking.name() + "}:" + board.board()));
    }

    static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
