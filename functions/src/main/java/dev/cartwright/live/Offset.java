package dev.cartwright.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a message stands in a channel's history. A history that was lost begins anew with another epoch, so that
 * offsets of different epochs say nothing about each other.
 *
 * @param epoch when the history began
 * @param number of the message in it
 */
public record Offset(long epoch, long number) implements Comparable<Offset> {

    /** Before every history. */
    public static final Offset NONE = new Offset(0, 0);

    private static final Pattern TEXT = Pattern.compile("(0|[1-9]\\d{0,17})-(0|[1-9]\\d{0,17})");
    private static final Comparator<Offset> ORDER =
            Comparator.comparingLong(Offset::epoch).thenComparingLong(Offset::number);

    /** Empty where the text is not {@code epoch-number}. */
    public static Optional<Offset> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches() ? Optional.of(new Offset(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** So many messages later in the same history. */
    public Offset plus(long messages) {
        return new Offset(epoch, number + messages);
    }

    /** True where this one is of the same history, and not behind the other. */
    boolean reaches(Offset other) {
        return epoch == other.epoch && number >= other.number;
    }

    @Override
    public int compareTo(Offset other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "-" + number;
    }
}
