package dev.cartwright.local.pubsub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Pub/Sub's REST API, as the emulator speaks it beside gRPC; thread-safe, every call has a deadline. */
final class EmulatorApi {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int EXISTS = 409;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI root;
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ANSWER).build();

    EmulatorApi(String emulator) {
        this.root = URI.create("http://" + emulator + "/v1/");
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** True if it made what was not there. */
    boolean create(String path, ObjectNode body) {
        var answer = call("PUT", path, json(body));
        if (answer.status != EXISTS) {
            answer.expectOk();
        }
        return answer.status == OK;
    }

    JsonNode post(String path, ObjectNode body) {
        return call("POST", path, json(body)).expectOk();
    }

    JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody()).expectOk();
    }

    void delete(String path) {
        call("DELETE", path, BodyPublishers.noBody()).expectOk();
    }

    private record Answer(String request, int status, String body) {
        JsonNode expectOk() {
            if (status != OK) {
                throw new IllegalStateException("%s was answered %d: %s".formatted(request, status, body));
            }
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(request + " was not answered in JSON", e);
            }
        }
    }

    private Answer call(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(root.resolve(path)).timeout(ANSWER)
            .header("content-type", "application/json").method(method, body).build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("%s does not answer".formatted(root), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    private static BodyPublisher json(ObjectNode body) {
        return BodyPublishers.ofString(body.toString());
    }
}
