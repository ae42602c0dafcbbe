package dev.cartwright.runtime;

import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import io.cloudevents.CloudEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what there is to tell of a state that is folded from the log; used once, by one thread. */
final class Refolded implements News.Teller {

    private final String subject;
    /** The state that watchers know; null where the cache had none of these rules. */
    private final State known;
    private final List<CloudEvent> untold = new ArrayList<>();
    private long rows;
    private long knownRows;
    private State atKnownWatermark = State.EMPTY;
    private State state = State.EMPTY;
    private Job lastLate;

    Refolded(String subject, State known) {
        this.subject = subject;
        this.known = known;
    }

    boolean covers(Position position) {
        return known != null && known.covers(position);
    }

    /** An event that stands in the log, and the state after it. */
    void row(LogRow row, State after) {
        rows++;
        if (covers(row.key().position())) {
            knownRows++;
        } else if (known != null) {
            untold.add(row.event());
        }
        passed(row.key().position(), after);
    }

    /** A delivery that is decided, and the state after it. */
    void decided(Job job, State after) {
        untold.add(job.incoming.cloudEvent());
        lastLate = covers(job.position()) ? job : lastLate;
        passed(job.position(), after);
    }

    private void passed(Position position, State after) {
        state = after;
        atKnownWatermark = covers(position) ? after : atKnownWatermark;
    }

    boolean isAgain() {
        return rows > 0 && (known == null || lastLate != null);
    }

    @Override
    public News tell(List<Step> durable) {
        if (known == null) {
            return rows > 0 ? News.RESET : firstEvents();
        }
        if (knownRows != known.version()) {
            // why: somebody wrote a row and died; which of these the watchers have been told of, nobody knows.
            return News.RESET;
        }
        if (untold.isEmpty()) {
            return known.equals(state) ? News.NONE : News.RESET;
        }
        List<CloudEvent> messages = new ArrayList<>(untold);
        correction().ifPresent(messages::add);
        messages.add(SubjectNews.state(subject, state));
        return News.of(messages);
    }

    /** A subject that the log has nothing of is new, whatever the cache lost. */
    private News firstEvents() {
        if (untold.isEmpty()) {
            return News.NONE;
        }
        List<CloudEvent> messages = new ArrayList<>(untold);
        messages.add(SubjectNews.changed(subject, State.EMPTY, state));
        return News.of(messages);
    }

    private Optional<CloudEvent> correction() {
        return lastLate == null ? Optional.empty()
                : SubjectNews.corrected(subject, known, atKnownWatermark, lastLate);
    }
}
