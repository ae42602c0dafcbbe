package dev.cartwright.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads HTTP answers off a connection, one after another, as far as to know their status and their end. */
final class Answer {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "\r\ncontent-length:";

    private Buffer received = Buffer.buffer();
    private int status;

    /** True where these bytes are the last of an answer. */
    boolean isComplete(Buffer bytes) {
        received = received.length() == 0 ? bytes : received.appendBuffer(bytes);
        var text = received.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || text.length() < end + 4 + bodyLength(text.substring(0, end + 2))) {
            return false;
        }
        status = Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3));
        received = Buffer.buffer();
        return true;
    }

    int status() {
        return status;
    }

    private static int bodyLength(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        return at < 0 ? 0 : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at + 2)).strip());
    }
}
