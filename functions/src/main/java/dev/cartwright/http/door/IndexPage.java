package dev.cartwright.http.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The page at {@code /}: Funqy owns that path, so it is served from here. */
final class IndexPage {

    private final Buffer html;

    IndexPage() {
        try (var page = IndexPage.class.getResourceAsStream("/index.html")) {
            html = Buffer.buffer(page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("index.html is missing from the application", e);
        }
    }

    void send(RoutingContext request) {
        request.response().putHeader("content-type", "text/html; charset=utf-8").end(html);
    }
}
