package dev.cartwright.live;

import dev.cartwright.live.LiveMessage.Kind;
import dev.cartwright.live.LiveStore.Reading;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.SubjectNews;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.util.Optional;
import java.util.function.Function;

/** Reads a channel for those who wait for it. Thread-safe. */
final class ChannelReader {

    static final String VIEW = "view/";

    private final LiveStore store;
    private final Function<String, Optional<State>> subjects;
    private final ViewMessages views;

    /** @param subjects the present state of a subject, which is in the store after that; empty where it has no events */
    ChannelReader(LiveStore store, Function<String, Optional<State>> subjects, ViewMessages views) {
        this.store = store;
        this.subjects = subjects;
        this.views = views;
    }

    /** False where somebody must be read for again. */
    boolean read(Channel channel) {
        var those = channel.beginReading();
        if (those.isEmpty()) {
            return true;
        }
        var after = those.stream().map(Follower::position).flatMap(Optional::stream).min(Offset::compareTo);
        var found = store.read(channel.name, after);
        var served = found;
        if (those.stream().allMatch(follower -> follower.isServedBy(served))) {
            return channel.endReading(those, found, null, null);
        }
        CloudEvent state;
        if (channel.name.startsWith(VIEW)) {
            // why afterwards: what happens from here on comes as a message.
            state = views.message(channel.name.substring(VIEW.length()));
        } else {
            var present = subjects.apply(channel.name);
            found = store.read(channel.name, after);
            state = SubjectNews.state(channel.name, state(present, found));
        }
        return channel.endReading(those, found, new LiveMessage(Kind.STATE, found.last(), state),
                new LiveMessage(Kind.RESET, found.last(), state));
    }

    private static State state(Optional<State> present, Reading found) {
        if (found.last().equals(Offset.NONE) || found.state().isEmpty() && present.isPresent()) {
            throw new Unavailable(Unavailable.Reason.CONTENDED, "the state was lost while it was read");
        }
        return found.state().orElse(State.EMPTY);
    }
}
