package dev.cartwright.traces;

import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The headers by which Google knows the sender; the credentials renew themselves. Thread-safe. */
final class GoogleHeaders implements Supplier<Map<String, String>> {

    private final URI collector;
    private final GoogleCredentials credentials;

    GoogleHeaders(URI collector, GoogleCredentials credentials) {
        this.collector = collector;
        this.credentials = credentials;
    }

    @Override
    public Map<String, String> get() {
        try {
            Map<String, String> headers = new HashMap<>();
            credentials.getRequestMetadata(collector)
                    .forEach((name, values) -> headers.put(name, String.join(",", values)));
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
