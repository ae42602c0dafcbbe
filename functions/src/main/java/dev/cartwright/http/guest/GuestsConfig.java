package dev.cartwright.http.guest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Identities for visitors that nobody knows. */
@ConfigMapping(prefix = "cartwright.guests")
public interface GuestsConfig {

    /** Whether they are given out here; if not set, where there is a key, and at the public front door. */
    Optional<Boolean> enabled();

    /** In Base64, 256 bits or more each; the first signs, all verify: a new one is put in front of the old ones. */
    Optional<List<String>> key();

    /** How long an identity is good until it must be renewed. */
    @WithDefault("24h")
    Duration life();

    /** How long a guest stays the same one, however often renewed. */
    @WithDefault("30d")
    Duration maxAge();
}
