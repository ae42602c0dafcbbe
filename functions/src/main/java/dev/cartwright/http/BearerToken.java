package dev.cartwright.http;

import java.util.Optional;

/** The token of an Authorization header. */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Empty where the header is of another scheme, or null. */
    public static Optional<String> in(String authorization) {
        return authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty() : Optional.of(authorization.substring(SCHEME.length()).strip());
    }
}
