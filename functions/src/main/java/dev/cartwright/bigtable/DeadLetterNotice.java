package dev.cartwright.bigtable;

import dev.cartwright.rules.Json;
import dev.cartwright.rules.Sha256;
import dev.cartwright.rules.SystemEvent;
import dev.cartwright.runtime.Extensions;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.types.Time;
import java.net.URI;
import java.util.List;

/** The event that announces a dead letter: the same one however often it is announced. */
final class DeadLetterNotice {

    private static final URI SOURCE = URI.create("/cartwright/functions");

    private DeadLetterNotice() {}

    static CloudEvent of(CloudEvent event, String reason) {
        var subject = event.getSubject() == null ? "dead-letter/" + event.getId() : event.getSubject();
        var notice = CloudEventBuilder.v1()
                .withId(id(event))
                .withSource(SOURCE)
                .withType(SystemEvent.DEAD_LETTERED)
                .withSubject(subject)
                .withTime(event.getTime())
                .withDataSchema(URI.create("/schemas/" + SystemEvent.DEAD_LETTERED))
                .withData("application/json", Json.bytes(data(event, reason)))
                .withExtension(Extensions.CAUSATION_ID, event.getId())
                .withExtension(Extensions.CORRELATION_ID, correlationId(event));
        return traced(notice, event).build();
    }

    /** Its trace is the event's. */
    private static CloudEventBuilder traced(CloudEventBuilder notice, CloudEvent event) {
        for (var name : List.of(Extensions.TRACEPARENT, Extensions.TRACESTATE)) {
            if (event.getExtension(name) instanceof String text) {
                notice.withExtension(name, text);
            }
        }
        return notice;
    }

    private static SystemEvent.DeadLettered data(CloudEvent event, String reason) {
        var time = event.getTime() == null ? null : Time.writeTime(event.getTime());
        return new SystemEvent.DeadLettered(reason, null, event.getType(), event.getSource().toString(),
                event.getId(), time);
    }

    private static String correlationId(CloudEvent event) {
        var first = event.getExtension(Extensions.CORRELATION_ID);
        return first == null ? event.getId() : first.toString();
    }

    private static String id(CloudEvent event) {
        return Sha256.hex(event.getSource() + "\n" + event.getId(), 16);
    }
}
