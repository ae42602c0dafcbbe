package dev.cartwright.sre;

import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import dev.cartwright.operations.Symptom;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Rfc3339;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Who an instance is, and the events that it tells of itself.
 *
 * @param instance {@code <service>.<id>}, the id without a dot
 */
public record Identity(String service, String instance, String revision) {

    /** Whoever tells of another's silence tells it with the same words, so that it is one event. */
    private static final URI ANYBODY = URI.create("/cartwright/" + InstanceEvent.GROUP);

    CloudEvent event(String type, InstanceEvent data, Instant time) {
        var id = type + '-' + Rfc3339.format(time);
        return event(id, URI.create("/cartwright/" + instance), type, InstanceEvent.KIND + '/' + instance, time, data);
    }

    /** Told of another: all of it follows from who it is and when it was heard of last. */
    static CloudEvent silent(String instance, Instant heard, Instant time) {
        var service = instance.substring(0, instance.lastIndexOf('.'));
        var since = Rfc3339.format(heard);
        return event("silent-" + instance + '-' + since, ANYBODY, "service-silent", "service/" + service, time,
                new ServiceSilent(service, instance, since));
    }

    /** A reminder of another that is silent still; it follows from the service and the time. */
    static CloudEvent silentStill(String service, String instance, Instant time) {
        return event("silent-still-" + service + '-' + Rfc3339.format(time), ANYBODY, "symptom-stands",
                "service/" + service, time, new SymptomStands(service, instance, Symptom.SILENT.word()));
    }

    private static CloudEvent event(String id, URI source, String type, String subject, Instant time, Object data) {
        return CloudEventBuilder.v1().withId(id).withSource(source).withType(type).withSubject(subject)
                .withTime(time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create("/schemas/" + type))
                .withData("application/json", Json.bytes(data)).build();
    }
}
