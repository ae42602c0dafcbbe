package dev.cartwright.local.servers;

import java.util.List;

/** Google's Bigtable emulator, which keeps everything in memory: what it holds ends with it. */
public final class BigtableEmulator extends LocalServer {
    private BigtableEmulator(int port, Executable program) {
        super("the Bigtable emulator", port,
            List.of(program.path().toString(), "-host", "127.0.0.1", "-port", Integer.toString(port)),
            Ports::accepts);
    }

    /** Starts it on a free port. */
    public static BigtableEmulator start() {
        return onFreePort(BigtableEmulator::start);
    }

    public static BigtableEmulator start(int port) {
        try (var program = Executable.bigtableEmulator()) {
            return new BigtableEmulator(port, program);
        }
    }

    /** What the clients expect in {@code BIGTABLE_EMULATOR_HOST}. */
    public String address() {
        return "127.0.0.1:" + port();
    }
}
