package dev.cartwright.http.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page at {@code /}: Funqy owns that path, so it is served from here. */
final class IndexPage {

    private final Buffer html;
    private final String policy;

    IndexPage() {
        try (var page = IndexPage.class.getResourceAsStream("/index.html")) {
            html = Buffer.buffer(page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("index.html is missing from the application", e);
        }
        policy = "default-src 'none'; style-src 'sha256-" + styleHash(html.toString(StandardCharsets.UTF_8))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void send(RoutingContext request) {
        request.response().putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("content-security-policy", policy).end(html);
    }

    /** The page's one style sheet stands in it, and is the only thing that the page may use. */
    private static String styleHash(String page) {
        var style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
