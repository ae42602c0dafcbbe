package dev.cartwright.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may deliver events to {@code POST /}. */
@ConfigMapping(prefix = "cartwright.delivery")
public interface DeliveryConfig {

    /** How deliveries are told from forgeries. */
    enum Auth {
        /** The platform has checked the sender, and removed the signature of its token. */
        IAM,
        /** The sender's token is checked here. */
        OIDC,
        /** Not at all, for the profiles local, dev and test only: the emulators send no tokens. */
        NONE,
        /** Nothing is delivered here: the public front door. */
        CLOSED
    }

    Optional<Auth> auth();

    /** The issuer of the tokens of deliveries. */
    @WithDefault("https://accounts.google.com")
    String issuer();

    /** The audience that those tokens must have been issued for. */
    Optional<String> audience();

    /** The e-mail address of the service account that delivers. */
    Optional<String> serviceAccount();
}
