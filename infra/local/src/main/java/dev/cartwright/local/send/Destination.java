package dev.cartwright.local.send;

import dev.cartwright.local.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands that send events: where to, as whom, and how hard. */
final class Destination {
    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://localhost:8080",
        description = "Where Cartwright runs (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--token-file", paramLabel = "FILE",
        description = "Holds the bearer token to send (default: the one in the environment's CARTWRIGHT_TOKEN, if any).")
    private Path tokenFile;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "100",
        description = "Events in one request (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--in-flight", paramLabel = "N", defaultValue = "4",
        description = "Requests at the same time (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "60",
        description = "How long to try again while nothing is accepted (default: ${DEFAULT-VALUE}).")
    private int patience;

    URI url() {
        return url;
    }

    /** True where every event of the file was accepted. */
    boolean send(Path file) {
        var lines = Lines.of(file);
        requireAddress();
        var client = new EventsClient(url.resolve("/events"), Credentials.of(tokenFile, System.getenv()));
        try (var tally = new Tally(lines.count())) {
            var sender = new Sender(client, tally, Duration.ofSeconds(patience));
            new Pool(sender, Math.max(1, inFlight)).send(lines, Math.max(1, batch));
            return tally.finish();
        }
    }

    private void requireAddress() {
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new UserError("--url is to be an address such as http://localhost:8080, not '%s'".formatted(url));
        }
    }
}
