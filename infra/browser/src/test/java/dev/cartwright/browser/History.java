package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cartwright.local.servers.Waiting;
import java.time.Duration;
import java.util.List;

/** What the log has of a subject. */
record History(String subject) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its events, newest first, once there are so many; fails where there never are, or soon more. */
    List<JsonNode> of(int size) {
        Waiting.until(PATIENCE, () -> events().size() >= size);
        assertThat(events()).hasSize(size);
        return events();
    }

    /** The ids of so many events, oldest first. */
    List<String> ids(int size) {
        return of(size).stream().map(event -> event.path("id").asText()).sorted().toList();
    }

    private List<JsonNode> events() {
        var answer = RunningShop.shared().get("/subjects/" + subject + "/events?limit=100");
        return answer.statusCode() == 200 ? List.copyOf(json(answer.body()).path("events").findParents("specversion"))
                : List.of();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
