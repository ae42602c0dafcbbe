package dev.cartwright.local.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/** Ends the processes it holds when this JVM is gone, however it went; thread-safe. */
final class Leash {
    // why: kill -9 runs no shutdown hook, but it closes the pipe that this shell reads from.
    private static final String KEEPER = """
        trap '' INT TERM HUP
        held=
        while read -r sign pid; do
          rest=
          for each in $held; do [ "$each" = "$pid" ] || rest="$rest $each"; done
          held=$rest
          [ "$sign" = + ] && held="$held $pid"
        done
        [ -z "$held" ] && exit 0
        kill $held
        tries=100
        for each in $held; do
          while [ $tries -gt 0 ] && kill -0 "$each"; do sleep 0.1; tries=$((tries - 1)); done
          kill -9 "$each"
        done
        """;

    private static Leash ofThisJvm;

    private final OutputStream keeper;

    private Leash(OutputStream keeper) {
        this.keeper = keeper;
    }

    static synchronized Leash ofThisJvm() {
        if (ofThisJvm == null) {
            ofThisJvm = new Leash(startKeeper());
        }
        return ofThisJvm;
    }

    void hold(long pid) {
        tell("+ " + pid);
    }

    void release(long pid) {
        tell("- " + pid);
    }

    private synchronized void tell(String line) {
        try {
            keeper.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            keeper.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The keeper of the child processes is gone", e);
        }
    }

    private static OutputStream startKeeper() {
        try {
            return new ProcessBuilder("sh", "-c", KEEPER)
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD)
                .start().getOutputStream();
        } catch (IOException e) {
            throw new ServerStartException("No shell (sh) to be found, which child processes need", e);
        }
    }
}
