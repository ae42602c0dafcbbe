package dev.cartwright.http.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who vouches for people and back ends of the shop, and what they may see. */
@ConfigMapping(prefix = "cartwright.identity")
public interface IdentityConfig {

    /** The address of the shop's OpenID Connect issuer; without it nobody is anybody. */
    Optional<String> issuer();

    /** The audience that its tokens must have been issued for. */
    Optional<String> audience();

    /** The claims that hold roles. */
    @WithDefault("roles,groups")
    List<String> roleClaims();

    /** The kinds of subjects that everyone with an identity may read. */
    @WithDefault("product,catalog")
    Set<String> publicKinds();

    /** The kinds of subjects whose ids are their owner's name, a slash and one word more, which that owner may read. */
    @WithDefault("order")
    Set<String> ownedKinds();

    /** Of every call to the issuer. */
    @WithDefault("3s")
    Duration deadline();

    /** How long to wait before keys are fetched again for a token that is signed by a key which nobody knows. */
    @WithDefault("10s")
    Duration keyInterval();

    /** How many requests may wait for the issuer at a time; what comes beyond is told to come again. */
    @WithDefault("1000")
    int maxWaiting();

    /** True where a request without a token has every role; for the profiles local, dev and test only. */
    @WithDefault("false")
    boolean development();
}
