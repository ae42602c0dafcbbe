package dev.cartwright.http.door;

import dev.cartwright.rules.Sha256;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The page at {@code /}: Funqy owns that path, so it is served from here. */
final class IndexPage {

    /** What stands in the page for wherever it came from. */
    private static final String HERE = "http://localhost:8080";
    // Whoever asks may send any host; what is no name of one is not written into a page.
    private static final Pattern HOST = Pattern.compile("[\\w.:\\[\\]-]+");

    private final String html;
    private final String policy;

    IndexPage() {
        try (var page = IndexPage.class.getResourceAsStream("/index.html")) {
            html = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("index.html is missing from the application", e);
        }
        policy = "default-src 'none'; style-src 'sha256-" + styleHash(html)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void send(RoutingContext request) {
        request.response().putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("content-security-policy", policy).end(html.replace(HERE, origin(request.request())));
    }

    private static String origin(HttpServerRequest request) {
        var host = String.valueOf(request.authority());
        return HOST.matcher(host).matches() ? request.scheme() + "://" + host : HERE;
    }

    /** The page's one style sheet stands in it, and is the only thing that the page may use. */
    private static String styleHash(String page) {
        var style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        return Base64.getEncoder().encodeToString(Sha256.of(style));
    }
}
