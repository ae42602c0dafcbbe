package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import io.vertx.core.MultiMap;
import java.util.Locale;

/** Reads events whose attributes are HTTP headers and whose data is the body. */
final class BinaryMode {

    private static final String PREFIX = "ce-";

    private BinaryMode() {}

    static boolean speaks(MultiMap headers) {
        return headers.contains("ce-id") || headers.contains("ce-type") || headers.contains("ce-specversion")
                || headers.contains("ce-source");
    }

    static void read(MultiMap headers, byte[] body, RawEvent event) {
        for (var header : headers) {
            var name = header.getKey();
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                attribute(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), header.getValue(), event);
            }
        }
        var contentType = headers.get("content-type");
        if (contentType != null) {
            event.set("datacontenttype", contentType);
        }
        event.data(body.length == 0 ? null : body);
    }

    private static void attribute(String name, String header, RawEvent event) {
        if (name.equals("datacontenttype")) {
            // The Content-Type header is this attribute; some senders write both.
            return;
        }
        if (name.equals("data")) {
            throw Refusal.malformed(name, "data travels in the body, not in a header");
        }
        event.set(name, HeaderText.decode(name, header));
    }
}
