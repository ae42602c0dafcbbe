package dev.cartwright.local.supervisor;

import dev.cartwright.local.Addresses;
import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.Waiting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Runs a whole Cartwright: servers, broker and functions, restarting what ends where that helps; thread-safe. */
final class Supervisor implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(300);

    private final Launch launch;
    private final int port;
    private final BrokerKind kind;
    private final Settings settings;
    private final Deque<Runnable> endings = new ConcurrentLinkedDeque<>();
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private volatile boolean closed;

    Supervisor(Launch launch, int port, BrokerKind kind, Map<String, String> environment) {
        this.launch = launch;
        this.port = port;
        this.kind = kind;
        this.settings = new Settings(environment);
    }

    /** Starts everything; true when the functions are ready, false when told to end before that. */
    boolean start(Duration patience) {
        try {
            startAll(patience);
            return !closed;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Waits until something ends that cannot be brought back and says what, unless all of this is ending anyway. */
    Optional<String> awaitLoss() {
        var loss = lost.join();
        // why: on Ctrl-C a child may end before this process is told to.
        Waiting.until(GRACE, () -> closed);
        return closed ? Optional.empty() : Optional.of(loss);
    }

    @Override
    public void close() {
        closed = true;
        for (var ending = endings.pollFirst(); ending != null; ending = endings.pollFirst()) {
            ending.run();
        }
    }

    private void startAll(Duration patience) {
        var url = Functions.url(port);
        var servers = Servers.start(settings, lost::complete, started -> switch (kind) {
            case REDIS -> started.redisBroker(emptied(Addresses.directory(port).resolve("broker")), url);
            case PUBSUB -> started.pubSubBroker(url);
        });
        endings.push(servers::close);
        publish(servers.broker().address());
        var functions = new Functions(launch, port, servers.addresses());
        var keeper = Keeper.of("The functions application", functions::start);
        endings.push(keeper::close);
        endings.push(servers.broker()::stopDelivering);
        awaitReady(functions, keeper, patience);
    }

    private void publish(URI broker) {
        var addresses = Addresses.ofPort(port);
        addresses.write(broker);
        endings.push(addresses::delete);
    }

    private void awaitReady(Functions functions, Keeper keeper, Duration patience) {
        boolean settled = Waiting.until(patience,
            () -> closed || lost.isDone() || keeper.hasFailed() || functions.isReady());
        if (closed || lost.isDone()) {
            return;
        }
        if (keeper.hasFailed()) {
            throw new UserError("The functions application ended before it was ready: its output above says why");
        }
        if (!settled) {
            throw new UserError("The functions application was not ready within %d s: its output above may say why"
                .formatted(patience.toSeconds()));
        }
    }

    // why: the emulator's log is new at each start, so what an earlier run left in its broker belongs to nothing.
    private static Path emptied(Path directory) {
        Directories.delete(directory);
        return directory;
    }
}
