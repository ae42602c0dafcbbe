package dev.cartwright.local.servers;

import java.nio.file.Path;
import java.util.List;

/** Google's Pub/Sub emulator, which keeps everything in memory and comes with the Cloud SDK, not with Cartwright. */
public final class PubSubEmulator extends LocalServer {
    // why: some 2 KB for each event that waits. When it is full it ends, where it would hang otherwise.
    private static final String ROOM = "-Xmx2g";

    private PubSubEmulator(int port, Path jar) {
        super("the Pub/Sub emulator", port,
            List.of(java(), ROOM, "-XX:+ExitOnOutOfMemoryError", "-jar", jar.toString(), "--host=127.0.0.1", "--port=" + port),
            Ports::accepts);
    }

    /** Starts it on a free port. */
    public static PubSubEmulator start() {
        return onFreePort(PubSubEmulator::start);
    }

    /** Fails with what to install where the Cloud SDK has no such emulator. */
    public static PubSubEmulator start(int port) {
        return new PubSubEmulator(port, CloudSdk.pubSubEmulator().orElseThrow(() -> new ServerStartException(
            "No Pub/Sub emulator on this machine: install the Google Cloud SDK, then run "
                + "gcloud components install pubsub-emulator; or let PUBSUB_EMULATOR_HOST name one that runs")));
    }

    /** True where it is installed. */
    public static boolean isInstalled() {
        return CloudSdk.pubSubEmulator().isPresent();
    }

    /** What the clients expect in {@code PUBSUB_EMULATOR_HOST}. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
