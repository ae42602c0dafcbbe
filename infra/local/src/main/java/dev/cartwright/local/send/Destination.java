package dev.cartwright.local.send;

import dev.cartwright.local.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of commands that send events: where to, as whom, and how hard. */
final class Destination {
    @ArgGroup
    private Place place = new Place();

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

    /** One or the other. */
    private static final class Place {
        @Option(names = "--port", paramLabel = "N", description = "The port on this machine (default: 8080).")
        private int port = 8080;

        @Option(names = "--url", paramLabel = "URL", description = "Where Cartwright runs, where it is not this machine.")
        private URI url;
    }

    URI url() {
        return place.url == null ? URI.create("http://localhost:" + place.port) : place.url;
    }

    /** True where every event of the file was accepted. */
    boolean send(Path file) {
        var lines = Lines.of(file);
        requireAddress(url());
        var client = new EventsClient(url().resolve("/events"), Credentials.of(tokenFile, System.getenv()));
        var tally = new Tally(lines.count());
        try (tally) {
            var sender = new Sender(client, tally, Duration.ofSeconds(patience));
            new Pool(sender, Math.max(1, inFlight)).send(lines, Math.max(1, batch));
        }
        return tally.report();
    }

    private static void requireAddress(URI url) {
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new UserError("--url is to be an address such as http://localhost:8080, not '%s'".formatted(url));
        }
    }
}
