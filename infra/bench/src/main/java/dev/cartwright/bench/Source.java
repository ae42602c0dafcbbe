package dev.cartwright.bench;

import io.cloudevents.CloudEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the events of a run come from: the same arguments give the same events. */
final class Source {

    @Parameters(paramLabel = "FILE", arity = "0..1",
            description = "A .jsonl or .jsonl.gz of structured CloudEvents; without one, a year is generated.")
    private Path file;

    @Option(names = "--events", paramLabel = "N", defaultValue = "300000",
            description = "How many events there are at the most (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "20101201",
            description = "Of the generated year (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** In the order in which they happened. */
    List<CloudEvent> read() {
        return file == null ? new GeneratedYear(seed).events(events) : EventFile.read(file, events);
    }

    String describe() {
        return file == null ? "a generated year (seed " + seed + ")" : file.getFileName().toString();
    }

    /** The arguments by which another process reads the same. */
    List<String> arguments() {
        var arguments = new ArrayList<>(List.of("--events", Integer.toString(events), "--seed", Long.toString(seed)));
        if (file != null) {
            arguments.add(file.toAbsolutePath().toString());
        }
        return arguments;
    }
}
