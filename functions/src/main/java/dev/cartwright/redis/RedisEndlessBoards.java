package dev.cartwright.redis;

import static dev.cartwright.redis.RedisRankings.bytes;
import static dev.cartwright.redis.RedisRankings.key;
import static dev.cartwright.redis.RedisRankings.text;

import dev.cartwright.redis.ScriptRunner.Answer;
import dev.cartwright.redis.ScriptRunner.Call;
import dev.cartwright.rules.Ranking;
import dev.cartwright.runtime.EndlessBoards;
import dev.cartwright.runtime.RankingStore.Entry;
import dev.cartwright.runtime.RankingStore.Score;
import dev.cartwright.runtime.RuleSetVersion;
import java.util.ArrayList;
import java.util.List;

/** Boards without an end in Redis, one key a board, those of one ranking in one hash slot. Thread-safe. */
public final class RedisEndlessBoards implements EndlessBoards {

    /** Of more than these those go first that stand there no more, and then those that have stood there longest. */
    private static final int MOST = 100_000;
    /** As many fractions of a millisecond as a double tells apart until the year 2109. */
    private static final int VERSIONS = 1 << 11;

    private final ScriptRunner put;
    private final ScriptRunner read;
    private final ScriptRunner begin;
    private final ScriptRunner complete;

    public RedisEndlessBoards(RedisPool redis) {
        this.put = new ScriptRunner(redis, EndlessScripts.PUT);
        this.read = new ScriptRunner(redis, EndlessScripts.READ);
        this.begin = new ScriptRunner(redis, EndlessScripts.BEGIN);
        this.complete = new ScriptRunner(redis, EndlessScripts.COMPLETE);
    }

    void put(List<Entry> entries) {
        put.run(entries.stream().map(entry -> {
            var standing = entry.standing();
            var arguments = new ArrayList<>(List.of(bytes(standing.ranking().kept().toMillis()), bytes(MOST)));
            standing.scores().values().forEach(time -> {
                arguments.add(bytes(standing.place().source()));
                arguments.add(bytes(score(time, entry.version())));
            });
            return new Call(key(standing.ranking(), standing.place()), arguments);
        }).toList());
    }

    private static double score(long time, long version) {
        return Math.copySign(Math.abs(time) + (double) (version % VERSIONS) / VERSIONS, time);
    }

    @Override
    public List<Standers> read(Ranking ranking, List<Ranking.Place> boards, Span span, int longest,
            RuleSetVersion rules) {
        return run(read, ranking, boards, bytes(span.since().toEpochMilli()), bytes(span.until().toEpochMilli() + 1),
                bytes(longest)).stream().map(answer -> standers(answer, rules)).toList();
    }

    private static Standers standers(Answer answer, RuleSetVersion rules) {
        var fields = (List<?>) answer.value();
        var complete = complete(answer.runId());
        boolean isComplete = ((List<?>) fields.get(0)).stream().map(RedisRankings::text)
                .anyMatch(note -> note.startsWith(complete)
                        && Long.parseLong(note.substring(complete.length())) >= rules.number());
        List<Score> longest = new ArrayList<>();
        var members = ((List<?>) fields.get(2)).iterator();
        while (members.hasNext()) {
            longest.add(new Score(text(members.next()), "", (long) Double.parseDouble(text(members.next()))));
        }
        return new Standers(answer.runId(), isComplete, (Long) fields.get(1), longest);
    }

    @Override
    public void begin(Ranking ranking, List<Ranking.Place> boards, String making, RuleSetVersion rules) {
        run(begin, ranking, boards, bytes(ranking.kept().toMillis()), bytes(makings(rules)), bytes(making));
    }

    @Override
    public void complete(Ranking ranking, List<Ranking.Place> boards, String making, String run,
            RuleSetVersion rules) {
        run(complete, ranking, boards, bytes(ranking.kept().toMillis()), bytes(makings(rules) + making),
                bytes(complete(run)), bytes(rules.number()));
    }

    private static String complete(String run) {
        return '!' + run + '#';
    }

    private static String makings(RuleSetVersion rules) {
        return '?' + rules.hash() + '#';
    }

    private static List<Answer> run(ScriptRunner script, Ranking ranking, List<Ranking.Place> boards,
            byte[]... arguments) {
        return script.run(boards.stream().map(board -> new Call(key(ranking, board), List.of(arguments))).toList());
    }
}
