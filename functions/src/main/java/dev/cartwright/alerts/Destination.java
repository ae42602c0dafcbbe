package dev.cartwright.alerts;

import java.net.URI;
import java.util.Locale;

/** Where one receiver is told of alerts, and with what that is signed. */
public record Destination(String name, URI address, Signature signature) {

    /**
     * Throws {@link IllegalArgumentException} with the cause and the mend; it repeats neither address nor secret, since
     * some addresses have secrets in them.
     *
     * @param plain whether an address without TLS will do
     */
    public static Destination of(String name, String url, String secret, boolean plain) {
        if (!name.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("a receiver of alerts is named by small letters and digits, not " + name);
        }
        var variables = "CARTWRIGHT_ALERTS_RECEIVERS_" + name.toUpperCase(Locale.ROOT);
        return new Destination(name, address(url.strip(), plain, variables + "_URL"),
                signature(secret, variables + "_SECRET"));
    }

    private static URI address(String url, boolean plain, String variable) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException notAUri) {
            throw new IllegalArgumentException(variable + " is not an address: write https://host/path");
        }
        boolean isSafe = "https".equalsIgnoreCase(address.getScheme())
                || plain && "http".equalsIgnoreCase(address.getScheme());
        if (!isSafe || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(variable + " must be https://host/path, without a user in it: what is "
                    + "told there is not for everybody, and is signed anyway");
        }
        return address;
    }

    private static Signature signature(String secret, String variable) {
        try {
            return Signature.of(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + " cannot be used, " + e.getMessage()
                    + ": set it to 24 to 64 random bytes in base64, whsec_ before them or not");
        }
    }

    /** The address as far as it may be told. */
    String words() {
        return name + " at " + address.getHost();
    }
}
