package dev.cartwright.local.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the ingest answered to a batch. */
record Reply(int status, String retryAfter, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MULTI_STATUS = 207;
    private static final long MOST_SECONDS = 30;

    /** The result of one event. */
    record Result(int status, String problem) {
        boolean isAccepted() {
            return status >= 200 && status < 300;
        }

        boolean isTransient() {
            return status < 400 || status >= 500 || status == 408 || status == 429;
        }
    }

    /** Why nothing at all may be sent, and what would help; empty where the sender is welcome. */
    Optional<String> denial() {
        return switch (status) {
            case 401 -> Optional.of("it wants a valid bearer token, from the environment's CARTWRIGHT_TOKEN or --token-file");
            case 403 -> Optional.of("whose token this is may not send there; take another's (%s)".formatted(body));
            default -> Optional.empty();
        };
    }

    /** The results of the events, in the order in which they were sent. */
    List<Result> results(int events) {
        if (status != MULTI_STATUS) {
            return IntStream.range(0, events).mapToObj(i -> new Result(status, body)).toList();
        }
        var results = parse();
        // why: an answer that does not fit says nothing about any event, so all of them go again.
        return IntStream.range(0, events).mapToObj(results.size() == events
            ? i -> new Result(results.path(i).path("status").asInt(), results.path(i).path("problem").toString())
            : i -> new Result(0, body)).toList();
    }

    /** How long the server asked to be left alone, within reason. */
    long retryAfterMillis() {
        try {
            return retryAfter == null ? 0 : 1_000 * Math.min(MOST_SECONDS, Math.max(0, Long.parseLong(retryAfter)));
        } catch (NumberFormatException aDate) {
            return 0;
        }
    }

    private JsonNode parse() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createArrayNode();
        }
    }
}
