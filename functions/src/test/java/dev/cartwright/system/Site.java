package dev.cartwright.system;

import dev.cartwright.local.servers.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The front of a running system; an answer that takes longer than it may is a failure. */
record Site(URI url) {

    private static final Duration ANSWER = Duration.ofSeconds(12);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(url.resolve(path)));
    }

    /** To the functions, past the broker. */
    HttpResponse<String> deliver(ShopEvent event) {
        return send(HttpRequest.newBuilder(url.resolve("/")).header("content-type", "application/cloudevents+json")
                .POST(BodyPublishers.ofString(event.json())));
    }

    boolean isReady() {
        return Readiness.of(url);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
