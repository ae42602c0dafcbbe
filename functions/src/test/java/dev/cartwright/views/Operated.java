package dev.cartwright.views;

import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.operations.InstanceEvent.FunctionStarted;
import dev.cartwright.operations.InstanceEvent.FunctionStopped;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.InstanceEvent.Resources;
import dev.cartwright.operations.InstanceEvent.Stores;
import dev.cartwright.operations.InstanceEvent.Work;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Rfc3339;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** What instances of one service tell. */
record Operated(String service) {

    private static final Stores PRESENT = new Stores(1L, 5L);

    static Operated somewhere() {
        return new Operated("s" + UUID.randomUUID());
    }

    CloudEvent started(String instance, String revision, Instant time) {
        return ofInstance("function-started", time, new FunctionStarted(id(instance), service, revision));
    }

    CloudEvent stopped(String instance, Instant time) {
        return ofInstance("function-stopped", time, new FunctionStopped(id(instance), service, "r1"));
    }

    CloudEvent well(String instance, Instant time) {
        return sampled(instance, time, 10, 0, PRESENT);
    }

    CloudEvent withoutBigtable(String instance, Instant time) {
        return sampled(instance, time, 10, 0, new Stores(1L, null));
    }

    /** Of ten seconds. */
    CloudEvent sampled(String instance, Instant time, long requests, long errors, Stores stores) {
        return ofInstance("health-sampled", time, new HealthSampled(id(instance), service, "r1", 10L,
                new Work(20L, 0L, requests, errors, 7L, 5L, 5L, 25L, 50L, 3L),
                new Resources(10L, 100L, 512L, 1_000L, 2_000L), stores, null, 0L));
    }

    CloudEvent silent(String instance, Instant time) {
        return event("service-silent", "service/" + service, time,
                new ServiceSilent(service, id(instance), Rfc3339.format(time.minusSeconds(45))));
    }

    String id(String instance) {
        return service + '.' + instance;
    }

    private static CloudEvent ofInstance(String type, Instant time, InstanceEvent data) {
        return event(type, InstanceEvent.KIND + '/' + data.instance(), time, data);
    }

    static CloudEvent event(String type, String subject, Instant time, Object data) {
        return CloudEventBuilder.v1().withId(UUID.randomUUID().toString()).withType(type).withSubject(subject)
                .withSource(URI.create("/test")).withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(data)).build();
    }
}
