package dev.cartwright.local.broker;

import java.net.URI;
import java.util.List;

/** Reads along with the stream of events, without taking anything from it; for one thread. */
public final class Tail implements AutoCloseable {
    private static final int COUNT = 512;

    private final EventStream stream;
    private byte[] last;

    private Tail(EventStream stream, byte[] last) {
        this.stream = stream;
        this.last = last;
    }

    /** From the oldest event that is still there. */
    public static Tail fromStart(URI broker) {
        return new Tail(new EventStream(broker, "tail"), EventStream.beginning());
    }

    /** From the next event on. */
    public static Tail fromNow(URI broker) {
        var stream = new EventStream(broker, "tail");
        return new Tail(stream, stream.newestId());
    }

    /** Waits a moment for further events. */
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
