package dev.cartwright.redis;

import dev.cartwright.live.LiveMessage;
import dev.cartwright.live.LiveMessage.Kind;
import dev.cartwright.live.Offset;
import dev.cartwright.rules.SystemEvent;
import dev.cartwright.runtime.StructuredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages as they are written. */
final class LiveEntries {

    private LiveEntries() {}

    /** Of an entry of the history: its id, and one field. */
    static LiveMessage entry(Object entry) {
        var parts = (List<?>) entry;
        return message(offset((byte[]) parts.get(0)), (byte[]) ((List<?>) parts.get(1)).get(1));
    }

    static LiveMessage message(Offset offset, byte[] json) {
        try {
            var event = StructuredEvent.read(json);
            var kind = event.getType().equals(SystemEvent.STATE) ? Kind.STATE : Kind.CHANGE;
            return new LiveMessage(kind, offset, event);
        } catch (IOException e) {
            throw new UncheckedIOException("a live message is not what we write", e);
        }
    }

    static Offset offset(byte[] text) {
        return offset(new String(text, StandardCharsets.US_ASCII));
    }

    static Offset offset(String text) {
        return Offset.parse(text).orElseThrow(() -> new IllegalStateException("a live offset is not what we write"));
    }
}
