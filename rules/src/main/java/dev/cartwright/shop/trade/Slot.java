package dev.cartwright.shop.trade;

import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subjects;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Five minutes of the shop, and one of the shards that share them: {@code 2026-11-21T10:05.3}. What is counted together
 * is always in the same shard; shards are summed when they are read.
 *
 * @param begins on a whole five minutes
 */
public record Slot(Instant begins, int shard) {

    public static final Duration LENGTH = Duration.ofMinutes(5);
    /** The kind of the subjects that slots are. */
    public static final String KIND = "shop";

    /** A broker that delivers a subject's events one after another takes so many at a time. */
    private static final int SHARDS = 16;
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)\\.(\\d+)");
    private static final String SECONDS = ":00.000000Z";

    /** The slot of a time, of whatever is counted by this id. */
    static Slot of(Instant time, String id) {
        return new Slot(floor(time), Math.floorMod(id.hashCode(), SHARDS));
    }

    /** When the slots of this time begin. */
    public static Instant floor(Instant time) {
        return time.minusSeconds(Math.floorMod(time.getEpochSecond(), LENGTH.toSeconds())).minusNanos(time.getNano());
    }

    /** The subjects of all slots that begin then. */
    public static List<String> subjects(Instant begins) {
        return IntStream.range(0, SHARDS).mapToObj(shard -> KIND + '/' + new Slot(begins, shard)).toList();
    }

    /** The board of all slots that begin then. */
    public static Ranking.Place board(Instant begins) {
        return new Ranking.Place(minute(begins), "", begins);
    }

    /** The minute of the time: {@code 2026-11-21T10:05}. */
    public static String minute(Instant time) {
        return Rfc3339.format(time).substring(0, "2026-11-21T10:05".length());
    }

    /** Each slot has a place of its own on the board of its five minutes; a subject of another name has none. */
    static Optional<Ranking.Place> place(String subject) {
        var id = NAME.matcher(Subjects.id(subject));
        if (!id.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Ranking.Place(id.group(1), id.group(2), Rfc3339.parse(id.group(1) + SECONDS)));
        } catch (DateTimeException notASlot) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return minute(begins) + '.' + shard;
    }
}
