package dev.cartwright.http.identity;

import dev.cartwright.config.GiveUp;
import dev.cartwright.config.Profiles;
import dev.cartwright.http.DeliveryConfig;
import dev.cartwright.http.DeliveryConfig.Auth;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Starts nothing that would trust who must not be trusted. */
final class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    void check(@Observes @Priority(GiveUp.BEFORE_ANYTHING_STARTS) StartupEvent event, IdentityConfig identity,
            DeliveryConfig delivery) {
        fault(ConfigUtils.getProfiles(), identity, delivery).ifPresent(why -> {
            throw GiveUp.because(why);
        });
        // why it starts all the same: the pages are there to be seen, and guests need no issuer.
        if (identity.issuer().isEmpty() && !identity.development() && is(delivery, Auth.CLOSED)) {
            LOG.warn("CARTWRIGHT_IDENTITY_ISSUER is not set: nobody can say who they are, so that events and queries "
                    + "are denied to everybody but guests");
        }
    }

    /** Names the setting that is not safe, and the mend; empty where all are. */
    static Optional<String> fault(Collection<String> profiles, IdentityConfig identity, DeliveryConfig delivery) {
        return Optional.ofNullable(Profiles.areAmongFriends(profiles) ? null : trust(profiles, identity, delivery))
                .or(() -> Optional.ofNullable(incomplete(identity, delivery)));
    }

    private static String trust(Collection<String> profiles, IdentityConfig identity, DeliveryConfig delivery) {
        var here = " in the profile " + String.join(",", profiles);
        if (identity.development()) {
            return "CARTWRIGHT_IDENTITY_DEVELOPMENT gives everybody every role, which it must not" + here
                    + ": leave it away; only local, dev and test have it";
        }
        var modes = ": iam where Cloud Run checks who delivers, oidc where it is checked here, closed where nothing is "
                + "delivered";
        if (delivery.auth().isEmpty()) {
            return "CARTWRIGHT_DELIVERY_AUTH must be set" + here + modes;
        }
        return is(delivery, Auth.NONE)
                ? "CARTWRIGHT_DELIVERY_AUTH must not be none" + here + modes : null;
    }

    private static String incomplete(IdentityConfig identity, DeliveryConfig delivery) {
        if (identity.issuer().isPresent() && identity.audience().isEmpty()) {
            return "CARTWRIGHT_IDENTITY_AUDIENCE must be set where CARTWRIGHT_IDENTITY_ISSUER is: tokens for other "
                    + "applications are not good here";
        }
        if (is(delivery, Auth.OIDC) && (delivery.audience().isEmpty() || delivery.serviceAccount().isEmpty())) {
            return "CARTWRIGHT_DELIVERY_AUDIENCE and CARTWRIGHT_DELIVERY_SERVICE_ACCOUNT must be set where "
                    + "CARTWRIGHT_DELIVERY_AUTH is oidc: they tell whose tokens are good here";
        }
        return null;
    }

    private static boolean is(DeliveryConfig delivery, Auth mode) {
        return delivery.auth().filter(mode::equals).isPresent();
    }
}
