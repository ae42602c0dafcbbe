package dev.cartwright.alerts;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where alerts are told, and how patiently.
 *
 * @param signature null where there is no address
 * @param reminder how often a reminder goes out of an alert that stands
 * @param deadline of every request
 * @param patience how long a notice is tried again
 */
public record WebhookSettings(List<URI> addresses, Signature signature, Duration reminder, Duration deadline,
        Duration patience) {

    private static final String URLS = "CARTWRIGHT_ALERTS_URLS";

    /**
     * Throws {@link IllegalArgumentException} with the cause and the mend; it repeats no address, since some have
     * secrets in them.
     *
     * @param plain whether addresses without TLS will do
     */
    public static WebhookSettings of(List<String> urls, Optional<String> secret, boolean plain, Duration reminder,
            Duration deadline, Duration patience) {
        List<URI> addresses = new ArrayList<>();
        for (var url : urls) {
            addresses.add(address(url.strip(), plain, "address " + (addresses.size() + 1) + " of " + URLS));
        }
        if (reminder.isNegative() || reminder.isZero()) {
            throw new IllegalArgumentException("CARTWRIGHT_ALERTS_REMINDER must be longer than nothing, such as 1h");
        }
        return new WebhookSettings(List.copyOf(addresses), addresses.isEmpty() ? null : signature(secret), reminder,
                deadline, patience);
    }

    private static URI address(String url, boolean plain, String which) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException notAUri) {
            throw new IllegalArgumentException(which + " is not an address: write https://host/path");
        }
        boolean isSafe = "https".equalsIgnoreCase(address.getScheme())
                || plain && "http".equalsIgnoreCase(address.getScheme());
        if (!isSafe || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(which + " must be https://host/path, without a user in it: what is told "
                    + "there is not for everybody, and is signed anyway");
        }
        return address;
    }

    private static Signature signature(Optional<String> secret) {
        var mend = "set CARTWRIGHT_ALERTS_SECRET to 24 to 64 random bytes in base64, whsec_ before them or not";
        try {
            return Signature.of(secret.orElseThrow(() ->
                    new IllegalArgumentException("it is not set, and nothing is sent unsigned")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The secret of alerts cannot be used, " + e.getMessage() + ": " + mend);
        }
    }
}
