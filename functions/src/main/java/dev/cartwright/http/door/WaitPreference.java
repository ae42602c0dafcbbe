package dev.cartwright.http.door;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a sender prefers to wait for its answer, as RFC 7240 has it.
 *
 * @param seconds 1 to 30; who asks for more gets 30
 */
record WaitPreference(int seconds) {

    private static final int MOST = 30;
    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*(\"?)(\\d{1,9})\\1\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    /** Empty where the sender does not say, or says nothing that can be kept; the first of several counts. */
    static Optional<WaitPreference> of(MultiMap headers) {
        if (!headers.contains("prefer")) {
            return Optional.empty();
        }
        for (var preference : String.join(",", headers.getAll("prefer")).split(",")) {
            var wait = WAIT.matcher(preference);
            if (wait.matches()) {
                int seconds = Math.min(Integer.parseInt(wait.group(2)), MOST);
                return seconds == 0 ? Optional.empty() : Optional.of(new WaitPreference(seconds));
            }
        }
        return Optional.empty();
    }

    Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    /** The value of {@code Preference-Applied}. */
    String applied() {
        return "wait=" + seconds;
    }
}
