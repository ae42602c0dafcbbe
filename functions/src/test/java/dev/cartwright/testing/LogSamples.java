package dev.cartwright.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cartwright.rules.Decision;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.EventLog.Append;
import dev.cartwright.runtime.Recorded;
import dev.cartwright.runtime.RowKey;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Events and decisions as tests of stores need them. */
public final class LogSamples {

    public static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");

    private LogSamples() {}

    public static CloudEvent event(String subject, Instant time, String id) {
        return CloudEventBuilder.v1().withId(id).withSource(URI.create("/test")).withType("product-added-to-cart")
                .withSubject(subject).withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", "{\"product_id\":\"123\"}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    public static RowKey key(CloudEvent event) {
        var position = Position.of(event.getTime().toInstant(), event.getId(), event.getSource().toString());
        return new RowKey(event.getSubject(), position);
    }

    public static Append blind(CloudEvent event) {
        return blind(event, applied("rule"));
    }

    public static Append blind(CloudEvent event, Recorded recorded) {
        return new Append(key(event), event, recorded, false);
    }

    public static Append conditional(CloudEvent event, Recorded recorded) {
        return new Append(key(event), event, recorded, true);
    }

    /** Applied by these rules, with one follow-up each. */
    public static Recorded applied(String... rules) {
        var followUps = List.of(rules).stream().map(rule -> followUp(rule, "cart-updated")).toList();
        return new Recorded(Decision.Outcome.APPLIED, false, null, List.of(rules), followUps);
    }

    /** A dead letter whatever the subject's state. */
    public static Recorded deadLettered(String reason) {
        return deadLettered(reason, false);
    }

    /** A dead letter that another state might not have led to. */
    public static Recorded failed(String reason) {
        return deadLettered(reason, true);
    }

    private static Recorded deadLettered(String reason, boolean failure) {
        return new Recorded(Decision.Outcome.DEAD_LETTERED, failure, reason, List.of(),
                List.of(followUp("rule", "event-dead-lettered")));
    }

    private static FollowUp followUp(String rule, String type) {
        var data = JsonNodeFactory.instance.objectNode().put("product_id", "123").put("quantity", 2L);
        return new FollowUp("id-of-" + rule + type, rule, 1, type, "user/1", data, null);
    }
}
