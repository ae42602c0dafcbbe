package dev.cartwright.local.send;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a file of CloudEvents to a running system and ends well only if every one was accepted. */
@Command(name = "send", mixinStandardHelpOptions = true,
    description = "Sends a file of CloudEvents, one JSON event a line, to a running Cartwright.")
public final class SendCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A .jsonl or .jsonl.gz of structured CloudEvents.")
    private Path file;

    @Mixin
    private Destination destination;

    @Override
    public Integer call() {
        return destination.send(file) ? 0 : 1;
    }
}
