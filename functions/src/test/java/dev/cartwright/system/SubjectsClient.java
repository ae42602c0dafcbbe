package dev.cartwright.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a running system knows of its subjects. */
record SubjectsClient(Site site) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 20;

    /** One line for each subject that is not as expected. */
    List<String> differences(Map<String, Remembered> expected) {
        List<String> differences = new ArrayList<>();
        expected.forEach((subject, wanted) -> {
            var actual = remembered(subject);
            if (!actual.equals(wanted)) {
                differences.add("%s%n  expected %s%n  actual   %s".formatted(subject, wanted, actual));
            }
        });
        return differences;
    }

    private Remembered remembered(String subject) {
        var answer = site.get("/subjects/" + subject);
        if (answer.statusCode() == 404) {
            return Remembered.NOTHING;
        }
        var state = json(answer.body());
        return new Remembered(properties(state.path("properties")), state.path("version").asLong(), log(subject));
    }

    /** Without a cart that is empty, which is as good as none. */
    private static Map<String, Object> properties(JsonNode shown) {
        var properties = JSON.convertValue(shown, new TypeReference<Map<String, Object>>() {});
        properties.remove("cart", Map.of());
        properties.remove("lines");
        return properties;
    }

    /** A shopper's events newest first; what follows from them by the ids of its causes, sorted. */
    private List<String> log(String subject) {
        List<String> log = new ArrayList<>();
        var path = "/subjects/" + subject + "/events?limit=" + PAGE;
        var page = json(site.get(path).body());
        while (true) {
            page.path("events").forEach(event -> log.add(known(event)));
            if (!page.hasNonNull("next")) {
                return subject.startsWith("user/") ? log : log.stream().sorted().toList();
            }
            page = json(site.get(path + "&cursor=" + page.path("next").asText()).body());
        }
    }

    private static String known(JsonNode event) {
        return event.has("causationid") ? event.path("causationid").asText()
                : event.path("id").asText() + event.path("source").asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
