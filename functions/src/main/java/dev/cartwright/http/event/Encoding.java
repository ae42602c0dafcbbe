package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies here, since the server does so for one version of HTTP only. */
final class Encoding {

    /** As much as a body may have that comes unpacked. */
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private Encoding() {}

    static byte[] decoded(MultiMap headers, byte[] body) {
        var encoding = headers.get("content-encoding");
        if (encoding == null) {
            return body;
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> body;
            case "gzip", "x-gzip" -> unzipped(body);
            default -> throw Refusal.unsupported("content-encoding", "the body may be encoded with gzip only");
        };
    }

    private static byte[] unzipped(byte[] body) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var unzipped = gzip.readNBytes(MAX_BYTES + 1);
            if (unzipped.length > MAX_BYTES) {
                throw Refusal.tooLarge(null, "the body is too large when it is unpacked");
            }
            return unzipped;
        } catch (IOException e) {
            throw Refusal.malformed("content-encoding", "the body is not gzip: " + e.getMessage());
        }
    }
}
