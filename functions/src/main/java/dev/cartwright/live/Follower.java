package dev.cartwright.live;

import io.cloudevents.CloudEvent;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One watcher of a channel, and where it is; but for closing, used under the channel's lock. */
final class Follower {

    private static final Logger LOG = Logger.getLogger(Follower.class);

    private final Consumer<LiveMessage> listener;
    private final Runnable onFailure;
    private Offset position;
    private boolean resuming;
    private volatile boolean closed;

    /** @param onFailure what to do when the listener fails */
    Follower(Optional<Offset> after, Consumer<LiveMessage> listener, Runnable onFailure) {
        this.listener = listener;
        this.onFailure = onFailure;
        this.position = after.orElse(null);
        this.resuming = after.isPresent();
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** From where on it wants messages; empty where it has had nothing yet. */
    Optional<Offset> position() {
        return Optional.ofNullable(position);
    }

    /** True where the messages lead from where it is to where the channel was. */
    boolean isServedBy(LiveStore.Reading reading) {
        return position != null && !position.equals(Offset.NONE) && reading.last().reaches(position)
                && (reading.last().equals(position) || !reading.messages().isEmpty()
                        && position.plus(1).reaches(reading.messages().get(0).offset()));
    }

    void catchUp(LiveStore.Reading reading) {
        for (var message : reading.messages()) {
            if (message.offset().compareTo(position) > 0) {
                tell(message);
            }
        }
    }

    /** Gives it the whole state, as of that offset. */
    void restart(Offset at, LiveMessage state, LiveMessage reset) {
        position = at;
        tell(resuming ? reset : state);
        resuming = true;
    }

    /** False where something is missing between where it is and the frame. */
    boolean take(Frame frame) {
        if (position.reaches(frame.last())) {
            return true;
        }
        if (!frame.previous().equals(position)) {
            return false;
        }
        frame.messages().forEach(this::tell);
        return true;
    }

    private void tell(LiveMessage message) {
        position = message.offset();
        if (closed) {
            return;
        }
        try {
            listener.accept(message);
        } catch (RuntimeException bug) {
            LOG.error("A listener failed, and hears nothing more", bug);
            onFailure.run();
        }
    }
}
