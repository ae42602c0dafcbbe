package dev.cartwright.local.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Posts batches of events to the ingest of a running system; thread-safe. */
final class EventsClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI events;
    private final Credentials credentials;
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

    EventsClient(URI events, Credentials credentials) {
        this.events = events;
        this.credentials = credentials;
    }

    URI uri() {
        return events;
    }

    Reply post(List<Line> lines) throws IOException, InterruptedException {
        var body = lines.stream().map(Line::text).collect(Collectors.joining(",", "[", "]"));
        var request = HttpRequest.newBuilder(events).timeout(ANSWER)
            .header("content-type", "application/cloudevents-batch+json").POST(BodyPublishers.ofString(body));
        credentials.sign(request);
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers().firstValue("retry-after").orElse(null),
            response.body());
    }
}
