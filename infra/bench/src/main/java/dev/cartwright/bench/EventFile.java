package dev.cartwright.bench;

import dev.cartwright.local.UserError;
import dev.cartwright.local.send.Lines;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads a file of CloudEvents, one structured JSON event a line. */
final class EventFile {

    private static final JsonFormat JSON = new JsonFormat();

    private EventFile() {}

    /** Its first events, at most {@code limit}. */
    static List<CloudEvent> read(Path file, int limit) {
        try (var lines = Lines.of(file).open()) {
            return lines.lines().filter(line -> !line.isBlank()).limit(limit).map(EventFile::event).toList();
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static CloudEvent event(String line) {
        return JSON.deserialize(line.getBytes(StandardCharsets.UTF_8));
    }
}
