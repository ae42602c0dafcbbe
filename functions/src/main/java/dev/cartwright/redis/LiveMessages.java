package dev.cartwright.redis;

import dev.cartwright.rules.Json;
import dev.cartwright.runtime.News;
import dev.cartwright.runtime.StructuredEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Messages to live watchers as arguments of a script; too many, or too large ones, become a reset. */
final class LiveMessages {

    /** Of all messages of a change together: what is larger would crowd out what it is about. */
    private static final int MAX_BYTES = 128 * 1024;
    private static final byte[] RESET = ascii("!");

    private final int history;
    private final byte[] historyText;

    LiveMessages(int history) {
        this.history = history;
        this.historyText = ascii(Integer.toString(history));
    }

    List<byte[]> arguments(News news) {
        if (news.reset() || news.messages().size() > history) {
            return reset();
        }
        List<byte[]> arguments = new ArrayList<>(List.of(ascii(Integer.toString(news.messages().size())), historyText));
        int bytes = 0;
        for (var message : news.messages()) {
            var json = Json.bytes(StructuredEvent.of(message));
            bytes += json.length;
            if (bytes > MAX_BYTES) {
                return reset();
            }
            arguments.add(json);
        }
        return arguments;
    }

    private List<byte[]> reset() {
        return List.of(RESET, historyText);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
