package dev.cartwright.http.guest;

import java.util.Optional;

/** Guests, where they are let in. Thread-safe. */
public final class Guests {

    private final Optional<GuestTokens> tokens;

    Guests(Optional<GuestTokens> tokens) {
        this.tokens = tokens;
    }

    Optional<GuestTokens> tokens() {
        return tokens;
    }

    /** Whether visitors can have an identity here. */
    public boolean areLetIn() {
        return tokens.isPresent();
    }

    /** True for a token that says it is ours; whether that is so, {@link #find} tells. */
    public boolean claims(String token) {
        return tokens.isPresent() && GuestTokens.claimsToBeOurs(token);
    }

    /** Whose token it is; empty where it is not good, or no longer. */
    public Optional<Guest> find(String token) {
        return tokens.flatMap(own -> own.verified(token));
    }
}
