package dev.cartwright.browser;

import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.Ports;
import dev.cartwright.local.servers.Readiness;
import dev.cartwright.local.servers.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/**
 * The front door as it is deployed, to what the running shop keeps: who calls shows a token, of a guest or of an OpenID
 * Connect server.
 */
final class GuardedShop implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ISSUER = "shop";
    private static final String AUDIENCE = "cartwright";

    private final MockOAuth2Server issuer = new MockOAuth2Server();
    private final int port = Ports.free();
    private final Map<String, String> settings;
    private final Path output;
    private ChildProcess functions;

    private GuardedShop(Map<String, String> more) {
        issuer.start();
        settings = new HashMap<>(RunningShop.shared().stores());
        settings.putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", "" + port,
                "CARTWRIGHT_BROKER_KIND", "redis", "CARTWRIGHT_DELIVERY_AUTH", "closed",
                "CARTWRIGHT_GUESTS_KEY", key(), "CARTWRIGHT_HTTP_RATE_LIMIT_ENABLED", "false",
                "CARTWRIGHT_IDENTITY_ISSUER", issuer.issuerUrl(ISSUER).toString(),
                "CARTWRIGHT_IDENTITY_AUDIENCE", AUDIENCE, "CARTWRIGHT_OPERATIONS_REPORT", "false"));
        settings.putAll(more);
        try {
            output = Files.createTempFile("cartwright-guarded", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        comeBack();
    }

    /** Ready, with these environment variables. */
    static GuardedShop start(Map<String, String> settings) {
        return new GuardedShop(settings);
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** What the issuer gives to somebody of this name. */
    String token(String name, Duration life) {
        return token(name, AUDIENCE, life, Map.of("name", name));
    }

    String tokenForAnotherShop(String name) {
        return token(name, "another-shop", HOUR, Map.of());
    }

    private String token(String name, String audience, Duration life, Map<String, Object> claims) {
        return issuer.issueToken(ISSUER, name, audience, claims, life.toSeconds()).serialize();
    }

    /** How many streams it has ended for this reason. */
    double ended(String reason) {
        var series = Pattern.compile("^cartwright_live_ended_total\\{reason=\"" + reason + "\"} (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics());
        return series.find() ? Double.parseDouble(series.group(1)) : 0;
    }

    private String metrics() {
        var operator = token("the-sre", AUDIENCE, HOUR, Map.of("roles", List.of("sre")));
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url("/q/metrics")))
                    .header("authorization", "Bearer " + operator).timeout(HOUR).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as a platform does that has it elsewhere by now. */
    void leave() {
        functions.close();
    }

    /** Where it was. */
    void comeBack() {
        var command = new ProcessBuilder(RunningShop.FUNCTIONS).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().putAll(settings);
        functions = ChildProcess.start(command);
        if (!Waiting.until(START, () -> !functions.isAlive() || Readiness.of(URI.create(url("/"))))
                || !functions.isAlive()) {
            throw new IllegalStateException("It does not start: " + output());
        }
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public void close() {
        functions.close();
        issuer.shutdown();
        try {
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
