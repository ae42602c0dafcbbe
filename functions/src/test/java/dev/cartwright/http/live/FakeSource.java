package dev.cartwright.http.live;

import dev.cartwright.live.Following;
import dev.cartwright.live.LiveMessage;
import dev.cartwright.live.LiveMessage.Kind;
import dev.cartwright.live.LiveSource;
import dev.cartwright.live.Offset;
import io.cloudevents.core.builder.CloudEventBuilder;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A feed that says what a test wants, and remembers who asked for what. */
@Alternative
@Singleton
public class FakeSource implements LiveSource {

    static final long EPOCH = 1000;

    record Asked(String channel, Optional<Offset> after) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, List<Consumer<LiveMessage>>> listeners = new ConcurrentHashMap<>();

    @Override
    public Following follow(String channel, Optional<Offset> after, Consumer<LiveMessage> listener) {
        asked.add(new Asked(channel, after));
        var those = listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>());
        those.add(listener);
        return () -> those.remove(listener);
    }

    @Override
    public void close() {}

    int watching(String channel) {
        return listeners.getOrDefault(channel, List.of()).size();
    }

    void state(String channel, long number) {
        say(channel, Kind.STATE, number, "subject-state", "{\"version\":" + number + "}");
    }

    void change(String channel, long number, String type, String data) {
        say(channel, Kind.CHANGE, number, type, data);
    }

    void say(String channel, Kind kind, long number, String type, String data) {
        var event = CloudEventBuilder.v1().withId(channel + number).withSource(URI.create("/test")).withType(type)
                .withSubject(channel).withTime(OffsetDateTime.parse("2023-04-19T09:00:00Z"))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8)).build();
        var message = new LiveMessage(kind, new Offset(EPOCH, number), event);
        listeners.getOrDefault(channel, List.of()).forEach(listener -> listener.accept(message));
    }
}
