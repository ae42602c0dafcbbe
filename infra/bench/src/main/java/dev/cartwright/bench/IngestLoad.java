package dev.cartwright.bench;

import dev.cartwright.local.UserError;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Posts events to the ingest in batches, as many as keep a bounded number of events on their way to being committed. */
final class IngestLoad {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int AT_ONCE = 400;
    private static final int POSTS = 4;
    private static final long LOOK_MILLIS = 2;
    private static final JsonFormat JSON = new JsonFormat();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Instant> sentAt = new HashMap<>();
    private final URI events;
    private final EventStream stream;
    private final Window window;
    private final int onTheirWay;

    IngestLoad(URI url, EventStream stream, int onTheirWay, Window window) {
        this.events = url.resolve("/events");
        this.stream = stream;
        this.onTheirWay = onTheirWay;
        this.window = window;
    }

    /** Sends until the window is over, and returns when all that was sent is processed. */
    void run(List<CloudEvent> all) throws InterruptedException {
        for (int from = 0; from < all.size() && !window.isOver(); from += AT_ONCE) {
            while (stream.backlog() > onTheirWay && window.completed(0)) {
                Thread.sleep(LOOK_MILLIS);
            }
            post(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        window.figure();
        while (stream.backlog() > 0) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** When the events of the window were sent, by id. */
    Map<String, Instant> sentAt() {
        return sentAt;
    }

    private void post(List<CloudEvent> some) {
        if (window.isOpen()) {
            some.forEach(event -> sentAt.put(event.getId(), Instant.now()));
        }
        // why by subject: the events of one must not overtake each other.
        var bySubject = some.stream().collect(Collectors.groupingBy(event -> event.getSubject().hashCode() % POSTS));
        CompletableFuture.allOf(bySubject.values().stream().map(this::postBatch).toArray(CompletableFuture<?>[]::new))
                .join();
        window.completed(some.size());
    }

    private CompletableFuture<Void> postBatch(List<CloudEvent> batch) {
        var body = batch.stream().map(event -> new String(JSON.serialize(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "[", "]"));
        var request = HttpRequest.newBuilder(events).timeout(ANSWER)
                .header("content-type", "application/cloudevents-batch+json").POST(BodyPublishers.ofString(body)).build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenAccept(answer -> {
            if (answer.statusCode() != 202) {
                throw new UserError("The ingest answered %d: %s".formatted(answer.statusCode(), answer.body()));
            }
        });
    }
}
