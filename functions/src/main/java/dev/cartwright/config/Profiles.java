package dev.cartwright.config;

import java.util.Collection;
import java.util.Set;

/** What the profiles say of where the application runs. */
public final class Profiles {

    private static final Set<String> AMONG_FRIENDS = Set.of("local", "dev", "test");

    private Profiles() {}

    /** True on a laptop, where nobody comes from outside. */
    public static boolean areAmongFriends(Collection<String> profiles) {
        return !profiles.isEmpty() && AMONG_FRIENDS.containsAll(profiles);
    }
}
