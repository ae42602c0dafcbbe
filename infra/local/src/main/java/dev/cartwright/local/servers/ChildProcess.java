package dev.cartwright.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that never outlives this JVM, not even when the JVM is killed; thread-safe. */
public class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Process process;
    private final CompletableFuture<Integer> exit;

    /** Starts the process and puts it on this JVM's leash. */
    ChildProcess(ProcessBuilder builder) {
        this.process = onLeash(builder);
        this.exit = process.onExit().thenApply(ended -> {
            Leash.ofThisJvm().release(ended.pid());
            return ended.exitValue();
        });
    }

    public static ChildProcess start(ProcessBuilder builder) {
        return new ChildProcess(builder);
    }

    private static Process onLeash(ProcessBuilder builder) {
        try {
            var leash = Leash.ofThisJvm();
            var process = builder.start();
            leash.hold(process.pid());
            return process;
        } catch (IOException e) {
            throw new ServerStartException("Cannot start " + builder.command().get(0) + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /** Ends the process with no chance to tidy up, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Sends a signal by its name, such as {@code STOP} and {@code CONT}, by the shell's own {@code kill}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot send " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the process and those that it started to end, and ends it if it does not. */
    @Override
    public void close() {
        List<ProcessHandle> offspring = process.descendants().toList();
        process.destroy();
        if (!await()) {
            kill();
        }
        offspring.forEach(ProcessHandle::destroy);
    }

    InputStream output() {
        return process.getInputStream();
    }

    private boolean await() {
        try {
            return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
