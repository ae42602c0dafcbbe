package dev.cartwright.http.server;

import dev.cartwright.http.HttpConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses to start with a list of origins that lets in more than it names. */
final class Origins {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:\\d+)?");

    void check(@Observes StartupEvent start, HttpConfig config) {
        check(config.cors().origins().orElse(List.of()));
    }

    static void check(List<String> origins) {
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("cartwright.http.cors.origins has '" + origin
                        + "': name each origin, such as https://shop.example");
            }
        }
    }
}
