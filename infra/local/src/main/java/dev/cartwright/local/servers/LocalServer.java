package dev.cartwright.local.servers;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** A server on 127.0.0.1 in a process of its own, ready when constructed; thread-safe. */
public abstract class LocalServer extends ChildProcess {
    private static final Duration READY = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final String name;
    private final int port;
    private final LastWords lastWords;

    LocalServer(String name, int port, List<String> command, IntPredicate ready) {
        super(onPort(port, name, command));
        this.name = name;
        this.port = port;
        this.lastWords = LastWords.of(name, output());
        awaitReady(ready);
    }

    private static ProcessBuilder onPort(int port, String name, List<String> command) {
        Ports.requireFree(port, name);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    public int port() {
        return port;
    }

    /** The last lines that the server printed. */
    public String lastWords() {
        return lastWords.toString();
    }

    /** Stops the process where it is (SIGSTOP): connections stay open and nothing answers. */
    public void freeze() {
        signal("STOP");
        // The signal is sent; on another processor a thread may still be about to answer.
        Waiting.until(READY, () -> Threads.areStopped(pid()));
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        signal("CONT");
    }

    static <S extends LocalServer> S onFreePort(IntFunction<S> starter) {
        for (int attempt = 1; ; attempt++) {
            try {
                return starter.apply(Ports.free());
            } catch (ServerStartException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void awaitReady(IntPredicate ready) {
        boolean answered = Waiting.until(READY, () -> !isAlive() || ready.test(port));
        if (!answered || !isAlive()) {
            kill();
            throw new ServerStartException("%s did not start on port %d: %s".formatted(name, port, lastWords));
        }
    }
}
