package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Json;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;

/** Puts together an event of what is readable of a malformed one, so that it can be kept as a dead letter. */
public final class Fragments {

    private static final URI UNKNOWN_SOURCE = URI.create("/unknown");
    private static final String UNKNOWN_TYPE = "unknown";
    private static final String UNKNOWN_KIND = "malformed/";

    private Fragments() {}

    /** The same fragments give the same event; it has no time where they tell none. */
    public static CloudEvent gathered(RawEvent sent) {
        var data = sent.json() == null ? sent.data() : Json.bytes(sent.json());
        var id = or(fingerprint(sent, data), sent, AttributeCheck::id);
        var builder = new CloudEventBuilder().withId(id)
                .withSource(or(UNKNOWN_SOURCE, sent, AttributeCheck::source))
                .withType(or(UNKNOWN_TYPE, sent, AttributeCheck::type))
                .withSubject(or(UNKNOWN_KIND + fingerprint(sent, data), sent, AttributeCheck::subject))
                .withTime(or(null, sent, event -> TimeCheck.sent(event).atOffset(ZoneOffset.UTC)));
        sent.attributes().forEach((name, value) -> or(null, sent, event -> ExtensionCheck.copy(name, value, builder)));
        if (data != null) {
            builder.withData(or("application/octet-stream", sent, event ->
                    AttributeCheck.required(event, "datacontenttype")), data);
        }
        return builder.build();
    }

    private static <T> T or(T otherwise, RawEvent sent, Function<RawEvent, T> attribute) {
        try {
            return attribute.apply(sent);
        } catch (Refusal notThere) {
            return otherwise;
        }
    }

    private static String fingerprint(RawEvent sent, byte[] data) {
        var all = sent.attributes() + "\n" + (data == null ? "" : new String(data, StandardCharsets.ISO_8859_1));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
