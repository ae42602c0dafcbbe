package dev.cartwright.http.door;

import dev.cartwright.rules.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return Base64.getEncoder().encodeToString(Sha256.of(style));
    }
}
