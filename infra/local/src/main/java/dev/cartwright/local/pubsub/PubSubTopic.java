package dev.cartwright.local.pubsub;

import java.net.URI;

/**
 * The topic of events in an emulator.
 *
 * @param emulator {@code host:port}
 */
public record PubSubTopic(String emulator, String project, String name) {
    private static final String SCHEME = "pubsub";

    /** True for what {@link #uri()} has written. */
    public static boolean isNamedBy(URI uri) {
        return SCHEME.equals(uri.getScheme());
    }

    /** Of {@code pubsub://HOST:PORT/PROJECT/TOPIC}. */
    public static PubSubTopic of(URI uri) {
        var parts = uri.getPath().split("/");
        if (parts.length != 3 || uri.getAuthority() == null) {
            throw new IllegalArgumentException(uri + " is not pubsub://HOST:PORT/PROJECT/TOPIC");
        }
        return new PubSubTopic(uri.getAuthority(), parts[1], parts[2]);
    }

    public URI uri() {
        return URI.create("%s://%s/%s/%s".formatted(SCHEME, emulator, project, name));
    }

    String path() {
        return "projects/%s/topics/%s".formatted(project, name);
    }

    /** The full name of the subscription with such a name on this topic. */
    String subscription(String suffix) {
        return "projects/%s/subscriptions/%s-%s".formatted(project, name, suffix);
    }
}
