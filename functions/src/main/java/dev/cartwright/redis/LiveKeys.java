package dev.cartwright.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names in Redis; those of one channel are in one hash slot. */
final class LiveKeys {

    private static final String HISTORY = "live:{";

    private LiveKeys() {}

    /** Of the stream that is the channel's history, and of the pub/sub channel where its messages pass. */
    static byte[] history(String channel) {
        return utf8(HISTORY + channel + '}');
    }

    /** The channel whose messages pass there. */
    static String channel(byte[] history) {
        return new String(history, HISTORY.length(), history.length - HISTORY.length() - 1, StandardCharsets.UTF_8);
    }

    static List<byte[]> subjectAndHistory(String subject) {
        return List.of(utf8("subject:{" + subject + '}'), history(subject));
    }

    /** Of the right to tell what a view answers. */
    static List<byte[]> turnAndHistory(String channel) {
        return List.of(utf8("live-turn:{" + channel + '}'), history(channel));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
