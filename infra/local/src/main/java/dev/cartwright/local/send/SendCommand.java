package dev.cartwright.local.send;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file of CloudEvents to a running system and ends well only if every one was accepted. */
@Command(name = "send", mixinStandardHelpOptions = true,
    description = "Sends a file of CloudEvents, one JSON event a line, to a running Cartwright.")
public final class SendCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A .jsonl or .jsonl.gz of structured CloudEvents.")
    private Path file;

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

    @Override
    public Integer call() {
        var lines = Lines.of(file);
        var client = new EventsClient(url.resolve("/events"), Credentials.of(tokenFile, System.getenv()));
        try (var tally = new Tally(lines.count())) {
            var sender = new Sender(client, tally, Duration.ofSeconds(patience));
            new Pool(sender, Math.max(1, inFlight)).send(lines, Math.max(1, batch));
            return tally.finish() ? 0 : 1;
        }
    }
}
