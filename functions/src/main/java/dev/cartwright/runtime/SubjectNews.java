package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import dev.cartwright.rules.Subjects;
import dev.cartwright.rules.SystemEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The messages about a subject that live watchers get beside its events; nobody keeps them. */
public final class SubjectNews {

    private SubjectNews() {}

    /** The whole state; one without events has no time. */
    public static CloudEvent state(String subject, State state) {
        return message(SystemEvent.STATE, subject, state, SubjectView.of(subject, state)).build();
    }

    static CloudEvent changed(String subject, State before, State after) {
        return message(SystemEvent.CHANGED, subject, after, SubjectDelta.of(subject, before, after)).build();
    }

    /** What a late event changed in the present state; empty where nothing. */
    static Optional<CloudEvent> corrected(String subject, State before, State after, Job late) {
        var changes = Engine.differences(before, after);
        var event = late.event();
        return changes.isEmpty() ? Optional.empty()
                : Optional.of(message(SystemEvent.CORRECTED, subject, after, Map.of("changes", changes))
                        .withTime(event.time().atOffset(ZoneOffset.UTC))
                        .withExtension(Extensions.CORRELATION_ID, event.correlationId())
                        .withExtension(Extensions.CAUSATION_ID, event.id()).build());
    }

    private static CloudEventBuilder message(String type, String subject, State state, Object data) {
        var position = Optional.ofNullable(state.watermark());
        var identity = type + '\n' + position.map(Position::key).orElse(subject) + '\n' + state.version();
        var message = CloudEventBuilder.v1()
                .withId(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString())
                .withSource(URI.create("/cartwright/" + Position.escape(Subjects.kind(subject))))
                .withType(type).withSubject(subject).withData("application/json", Json.bytes(data));
        position.ifPresent(last -> message.withTime(last.time().atOffset(ZoneOffset.UTC)));
        return message;
    }
}
