package dev.cartwright.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cartwright.rules.Json;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A request to the running application, sent exactly as it is written here. */
public final class Call {

    private static final HttpClient CLIENT_2 = HttpClient.newBuilder().version(Version.HTTP_2).build();

    /** What came back. */
    public record Answer(int status, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return response.body().isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + response.body(), e);
            }
        }

        public String field() {
            return json().path("field").asText(null);
        }

        public String text() {
            return response.body();
        }
    }

    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = new byte[0];

    private Call(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public static Call of(String method, String path) {
        return new Call(method, path);
    }

    public static Answer get(String path) {
        return of("GET", path).send();
    }

    /** An event in binary mode: a product is added by the shopper. */
    public static Call added(String path, String user, String id) {
        return of("POST", path).with("ce-specversion", "1.0").with("ce-id", id).with("ce-source", "/test")
                .with("ce-type", "product-added-to-cart").with("ce-subject", "user/" + user)
                .with("ce-time", "2023-04-19T09:00:00Z").with("content-type", "application/json")
                .body("{\"product_id\":\"123\",\"user_id\":\"" + user + "\"}");
    }

    public static Call json(String path, String contentType, String body) {
        return of("POST", path).with("content-type", contentType).body(body);
    }

    /** The same event in structured mode. */
    public static String structured(String user, String id) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"product-added-to-cart","subject":"user/%s",
                 "time":"2023-04-19T09:00:00Z","data":{"product_id":"123","user_id":"%s"}}"""
                .formatted(id, user, user).replace("\n", "");
    }

    public Call with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** With this token; without any where it is null. */
    public Call as(String token) {
        return token == null ? this : with("authorization", "Bearer " + token);
    }

    public Call without(String name) {
        headers.remove(name);
        return this;
    }

    public Call body(String text) {
        this.body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public Call gzipped() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        body = packed.toByteArray();
        return with("content-encoding", "gzip");
    }

    /** On a connection of its own: some of what is refused ends the connection. */
    public Answer send() {
        return send(HttpClient.newBuilder().version(Version.HTTP_1_1).build());
    }

    public Answer sendByHttp2() {
        return send(CLIENT_2);
    }

    private Answer send(HttpClient client) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
