package dev.cartwright.runtime;

import dev.cartwright.rules.Position;
import io.cloudevents.CloudEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The truth: every event with its decision, in order of position within its subject. Thread-safe. Every call ends
 * within the deadline of one RPC, or throws {@link Unavailable}.
 */
public interface EventLog {

    /** An event to write; {@code conditional} writes only where no decision stands yet. */
    record Append(RowKey key, CloudEvent event, Recorded recorded, boolean conditional) {}

    /** What of a row went out: its decision, or the failure that stood in its place. */
    record Published(RowKey key, boolean failure) {

        static Published of(RowKey key, Recorded recorded) {
            return new Published(key, recorded.failure());
        }
    }

    /** What became of one {@link Append}. */
    sealed interface Appended {

        /** The row stands as given. */
        record Written() implements Appended {}

        /** Another decision stood there first. */
        record Adopted(LogRow row) implements Appended {}

        /** It may or may not stand. */
        record Unknown(Throwable cause) implements Appended {}
    }

    /**
     * Writes rows, and the published marks of earlier ones along with them. The answers are in the order of the
     * appends, each row on its own; a mark that fails is lost, which is harmless.
     */
    List<Appended> append(List<Append> appends, Collection<Published> published);

    /** The rows that stand at these keys. */
    Map<RowKey, LogRow> find(Collection<RowKey> keys);

    /** Streams all rows of these subjects, those of one subject together and in order of position. */
    void scan(Collection<String> subjects, Consumer<LogRow> rows);

    /** At most {@code limit} rows of the subject, newest first; those before {@code before} where it is not null. */
    List<LogRow> newest(String subject, Position before, int limit);
}
