package dev.cartwright.http.server;

import dev.cartwright.config.GiveUp;
import dev.cartwright.http.HttpConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses to start with a list of origins that lets in more than it names. */
final class Origins {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:\\d+)?");

    void check(@Observes @Priority(GiveUp.BEFORE_ANYTHING_STARTS) StartupEvent start, HttpConfig config) {
        fault(config.cors().origins().orElse(List.of())).ifPresent(why -> {
            throw GiveUp.because(why);
        });
    }

    /** Names the first that is none, and the mend; empty where all are. */
    static Optional<String> fault(List<String> origins) {
        return origins.stream().filter(origin -> !ORIGIN.matcher(origin).matches()).findFirst()
                .map(origin -> "CARTWRIGHT_HTTP_CORS_ORIGINS has '" + origin
                        + "': name each origin, such as https://shop.example");
    }
}
