package dev.cartwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.live.LiveMessage.Kind;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.SystemEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client that knows of a subject just what it is told, and notices what is told twice or left out. */
final class Watcher implements AutoCloseable {

    private final List<LiveMessage> messages = new ArrayList<>();
    private final Set<String> events = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final String channel;
    private final Following following;
    private ObjectNode known;
    private long eventsSince;

    private Watcher(LiveSource source, String channel, Optional<Offset> after, Watcher earlier) {
        if (earlier != null) {
            known = earlier.known.deepCopy();
            eventsSince = earlier.eventsSince;
            events.addAll(earlier.events);
        }
        this.channel = channel;
        following = source.follow(channel, after, this::take);
    }

    static Watcher of(LiveSource source, String channel) {
        return new Watcher(source, channel, Optional.empty(), null);
    }

    /** Comes back with what it knew when it went. */
    static Watcher resuming(LiveSource source, String channel, Watcher earlier) {
        synchronized (earlier) {
            return new Watcher(source, channel, earlier.position(), earlier);
        }
    }

    private synchronized void take(LiveMessage message) {
        messages.add(message);
        var event = message.event();
        if (message.kind() != Kind.CHANGE) {
            if (message.kind() == Kind.STATE && known != null) {
                check(json(event.getData().toBytes()).get("version").longValue());
            }
            known = json(event.getData().toBytes());
            eventsSince = 0;
        } else if (event.getType().equals(SystemEvent.CHANGED)) {
            apply(json(event.getData().toBytes()));
        } else if (!event.getType().equals(SystemEvent.CORRECTED)) {
            eventsSince++;
            if (!events.add(event.getId() + event.getSource() + event.getTime())) {
                faults.add("told twice: " + event);
            }
        }
    }

    private void apply(ObjectNode delta) {
        check(delta.get("version").longValue());
        var properties = (ObjectNode) known.get("properties");
        properties.setAll((ObjectNode) delta.get("changed"));
        delta.get("removed").forEach(name -> properties.remove(name.textValue()));
        List.of("version", "position", "time").forEach(name -> known.set(name, delta.get(name)));
        eventsSince = 0;
    }

    private void check(long version) {
        if (known.get("version").longValue() + eventsSince != version) {
            faults.add("after " + known + " and " + eventsSince + " events came version " + version);
        }
    }

    synchronized Optional<Offset> position() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1).offset());
    }

    String channel() {
        return channel;
    }

    synchronized long version() {
        return known == null ? -1 : known.get("version").longValue();
    }

    synchronized List<LiveMessage> messages() {
        return List.copyOf(messages);
    }

    /** Kind and type of each message. */
    synchronized List<String> told() {
        return messages.stream().map(message -> message.kind() + " " + message.event().getType()).toList();
    }

    synchronized ObjectNode known() {
        return known == null ? null : known.deepCopy();
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    Watcher awaits(String... told) {
        Conditions.await(this::told, () -> told().size() >= told.length);
        assertThat(told()).containsExactly(told);
        assertThat(faults()).isEmpty();
        return this;
    }

    /** Until it has been told of that version of the subject. */
    Watcher awaitsVersion(long version) {
        Conditions.await(() -> told() + " " + known(), () -> version() >= version);
        return this;
    }

    @Override
    public void close() {
        following.close();
    }

    private static ObjectNode json(byte[] bytes) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
