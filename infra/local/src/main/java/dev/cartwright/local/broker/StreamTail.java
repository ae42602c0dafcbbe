package dev.cartwright.local.broker;

import java.net.URI;
import java.util.List;

/** Reads along with a stream of Redis, without taking anything from it; for one thread. */
public final class StreamTail implements Tail {
    private static final int COUNT = 512;

    private final EventStream stream;
    private byte[] last;

    private StreamTail(EventStream stream, byte[] last) {
        this.stream = stream;
        this.last = last;
    }

    /** From the oldest event that is still there. */
    public static StreamTail fromStart(URI broker) {
        return new StreamTail(new EventStream(broker, "tail"), EventStream.beginning());
    }

    /** From the next event on. */
    public static StreamTail fromNow(URI broker) {
        var stream = new EventStream(broker, "tail");
        return new StreamTail(stream, stream.newestId());
    }

    @Override
    public List<Published> next() {
        var deliveries = stream.after(last, COUNT);
        if (!deliveries.isEmpty()) {
            last = deliveries.get(deliveries.size() - 1).id();
        }
        return deliveries.stream().map(Published::new).toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
