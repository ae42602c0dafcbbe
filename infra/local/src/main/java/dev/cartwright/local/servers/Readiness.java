package dev.cartwright.local.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks functions whether they are ready. Thread-safe. */
public final class Readiness {

    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PROBE).build();

    private Readiness() {}

    /** False also where nobody answers in time, or the thread is interrupted. */
    public static boolean of(URI functions) {
        try {
            var probe = HttpRequest.newBuilder(functions.resolve("/q/health/ready")).timeout(PROBE).build();
            return HTTP.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
