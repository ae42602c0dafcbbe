package dev.cartwright.redis;

import dev.cartwright.live.Frame;
import dev.cartwright.live.LiveMessage;
import dev.cartwright.live.Offset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the scripts publish; its messages are read when somebody wants them. Used by one thread at a time. */
final class PublishedFrame implements Frame {

    private final String channel;
    private final byte[] payload;
    private final int headerEnd;
    private final Offset previous;
    private final Offset last;
    private List<LiveMessage> messages;

    PublishedFrame(String channel, byte[] payload) {
        this.channel = channel;
        this.payload = payload;
        this.headerEnd = endOfLine(payload, 0);
        var header = new String(payload, 0, headerEnd, StandardCharsets.US_ASCII).split(" ", 2);
        this.previous = LiveEntries.offset(header[0]);
        this.last = LiveEntries.offset(header[1]);
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public Offset previous() {
        return previous;
    }

    @Override
    public Offset last() {
        return last;
    }

    @Override
    public List<LiveMessage> messages() {
        if (messages == null) {
            messages = read();
        }
        return messages;
    }

    private List<LiveMessage> read() {
        List<LiveMessage> all = new ArrayList<>();
        for (int start = headerEnd + 1; start < payload.length;) {
            int end = endOfLine(payload, start);
            all.add(LiveEntries.message(previous.plus(all.size() + 1L), Arrays.copyOfRange(payload, start, end)));
            start = end + 1;
        }
        return all;
    }

    private static int endOfLine(byte[] text, int from) {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }
}
