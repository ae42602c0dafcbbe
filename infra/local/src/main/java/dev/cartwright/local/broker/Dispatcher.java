package dev.cartwright.local.broker;

import dev.cartwright.local.servers.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;

/** The local broker's delivery: brings each event of the stream to the functions at least once; thread-safe. */
public final class Dispatcher implements AutoCloseable {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final EventStream stream;
    private final Room room;
    private final Reader reader;
    private final Acknowledger acknowledger;
    private final Trimmer trimmer;
    private final Dispatch dispatch;

    private Dispatcher(DispatcherOptions options) {
        var outage = new Outage("The broker");
        vertx = Vertx.vertx(oneLoop());
        var loop = vertx.getOrCreateContext();
        stream = new EventStream(options.broker(), options.consumer());
        room = new Room(options.limits().buffered());
        acknowledger = new Acknowledger(stream, room, outage);
        dispatch = new Dispatch(vertx, options, acknowledger);
        reader = new Reader(stream, options.limits(), room, outage,
            deliveries -> loop.runOnContext(now -> dispatch.accept(deliveries)));
        trimmer = new Trimmer(stream, options.limits().keep());
    }

    private static VertxOptions oneLoop() {
        return new VertxOptions()
            .setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
            .setFileSystemOptions(
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    /** Starts reading at once; broker and functions may come up later. */
    public static Dispatcher start(DispatcherOptions options) {
        var dispatcher = new Dispatcher(options);
        dispatcher.acknowledger.start();
        dispatcher.reader.start();
        dispatcher.trimmer.start();
        return dispatcher;
    }

    public Counts counts() {
        return dispatch.counts();
    }

    /** How many events are read and not yet acknowledged. */
    public int buffered() {
        return room.taken();
    }

    /** Sends no more, waits a moment for the answers under way and acknowledges them. */
    @Override
    public void close() {
        reader.close();
        trimmer.close();
        dispatch.stop();
        Waiting.until(LAST_ANSWERS, dispatch::isIdle);
        acknowledger.close();
        stream.close();
        vertx.close();
    }
}
