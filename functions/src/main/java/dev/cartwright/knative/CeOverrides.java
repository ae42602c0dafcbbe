package dev.cartwright.knative;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.runtime.EventHeaders;
import dev.cartwright.runtime.Extensions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The extensions that a SinkBinding wants on every event.
 *
 * @param headers of the CloudEvents HTTP binding
 */
public record CeOverrides(Map<String, String> headers) {

    private static final Set<String> OURS = Stream.of(EventHeaders.ATTRIBUTES, Extensions.RESERVED,
            Set.of("data", Extensions.TRACEPARENT, Extensions.TRACESTATE)).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * @param json as in {@code K_CE_OVERRIDES}; blank for none
     * @throws IllegalStateException saying what it should be
     */
    public static CeOverrides of(String json) {
        if (json.isBlank()) {
            return new CeOverrides(Map.of());
        }
        try {
            return of(Json.MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage());
        }
    }

    private static CeOverrides of(JsonNode json) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var extension : json.path("extensions").properties()) {
            if (OURS.contains(extension.getKey())) {
                throw malformed(extension.getKey() + " is told by the event itself; name another extension");
            }
            if (!extension.getKey().matches("[a-z0-9]+") || !extension.getValue().isTextual()) {
                throw malformed("the extension " + extension.getKey()
                        + " must have a name of lower-case letters and digits, and text as its value");
            }
            headers.put(EventHeaders.PREFIX + extension.getKey(),
                    PercentEncoding.HEADER.encode(extension.getValue().textValue()));
        }
        return new CeOverrides(headers);
    }

    private static IllegalStateException malformed(String why) {
        return new IllegalStateException("K_CE_OVERRIDES must be as {\"extensions\":{\"name\":\"value\"}}: " + why);
    }
}
