package dev.cartwright.views;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.LatestEvents;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Some of the events that passed last, the newest first. */
final class Latest extends OperationsView {

    static final String NAME = "latest-events";
    private static final int MOST_LIVE = 50;

    private final LatestEvents events;

    Latest(LatestEvents events) {
        super(NAME);
        this.events = events;
    }

    @Override
    public int usualLimit() {
        return LatestEvents.MOST;
    }

    @Override
    public int liveLimit() {
        return MOST_LIVE;
    }

    @Override
    public List<JsonNode> rows(Map<String, String> parameters, Instant now) {
        return events.newest().stream().map(Latest::row).toList();
    }

    private static JsonNode row(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
