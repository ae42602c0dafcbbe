package dev.cartwright.pubsub;

import java.time.Duration;
import java.util.Optional;

/**
 * Which topic to talk to.
 *
 * @param emulator {@code host:port} of an emulator, where one is used
 * @param topic its name within the project
 * @param deadline of every call, its retries included
 */
public record PubSubTarget(Optional<String> emulator, String project, String topic, Duration deadline) {

    /** The topic's full name. */
    String path() {
        return "projects/" + project + "/topics/" + topic;
    }
}
