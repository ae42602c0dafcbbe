package dev.cartwright.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.Json;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser's EventSource, near enough: the messages of a stream, one after another. */
final class SseClient implements AutoCloseable {

    private static final Message END = new Message(null, null, null, "the end");

    /** A block of lines; null where it has no such line. */
    record Message(String event, String id, String data, String other) {

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(data);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + data, e);
            }
        }
    }

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    private SseClient(HttpResponse<Stream<String>> response) {
        this.response = response;
        var reader = new Thread(this::read, "event-source");
        reader.setDaemon(true);
        reader.start();
    }

    static SseClient open(String query, String token, String... headers) {
        var response = answer(query, token, headers);
        assertThat(response.statusCode()).as("/live?" + query).isEqualTo(200);
        return new SseClient(response);
    }

    static HttpResponse<Stream<String>> answer(String query, String token, String... headers) {
        return send(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), query, token, headers);
    }

    /** Over whatever this client speaks. */
    static SseClient open(HttpClient http, String query, String token) {
        return new SseClient(send(http, query, token));
    }

    private static HttpResponse<Stream<String>> send(HttpClient http, String query, String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/live?" + query));
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            Iterator<String> lines = response.body().iterator();
            String event = null;
            String id = null;
            String data = null;
            String other = null;
            while (lines.hasNext()) {
                var line = lines.next();
                if (line.isEmpty()) {
                    messages.add(new Message(event, id, data, other));
                    event = id = data = other = null;
                } else if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else {
                    other = line;
                }
            }
        } catch (UncheckedIOException cutOff) {
            // Its end is told below.
        }
        messages.add(END);
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    HttpClient.Version version() {
        return response.version();
    }

    /** Whatever comes next, heartbeats too. */
    Message block() {
        try {
            var message = messages.poll(20, TimeUnit.SECONDS);
            assertThat(message).as("the next message").isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next that says something. */
    Message next() {
        var message = block();
        while (message.data() == null && message != END) {
            message = block();
        }
        assertThat(message).as("the stream has ended").isNotSameAs(END);
        return message;
    }

    void awaitEnd() {
        assertThat(block()).isSameAs(END);
    }

    @Override
    public void close() {
        response.body().close();
    }
}
