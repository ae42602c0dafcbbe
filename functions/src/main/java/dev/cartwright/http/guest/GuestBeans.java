package dev.cartwright.http.guest;

import dev.cartwright.config.GiveUp;
import dev.cartwright.config.Profiles;
import dev.cartwright.http.DeliveryConfig;
import dev.cartwright.http.DeliveryConfig.Auth;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes the tokens of guests where guests are let in, and starts nothing where that would not be safe. */
final class GuestBeans {

    @Produces
    @Singleton
    Guests guests(GuestsConfig config, DeliveryConfig delivery) {
        try {
            return new Guests(keys(config, delivery).map(keys ->
                    new GuestTokens(keys, Clock.systemUTC(), config.life(), config.maxAge())));
        } catch (IllegalArgumentException toldAtStart) {
            return new Guests(Optional.empty());
        }
    }

    void check(@Observes @Priority(GiveUp.BEFORE_ANYTHING_STARTS) StartupEvent event, GuestsConfig config,
            DeliveryConfig delivery) {
        try {
            keys(config, delivery);
        } catch (IllegalArgumentException e) {
            throw GiveUp.because("CARTWRIGHT_GUESTS_KEY " + e.getMessage() + ": give it at least "
                    + GuestKeys.MIN_BYTES * 8 + " random bits in Base64, as openssl rand -base64 32 prints them");
        }
    }

    private static Optional<GuestKeys> keys(GuestsConfig config, DeliveryConfig delivery) {
        return keys(config, ConfigUtils.getProfiles(), delivery.auth().filter(Auth.CLOSED::equals).isPresent());
    }

    /** Empty where no guests are let in; throws where they are, and it cannot be done safely. */
    static Optional<GuestKeys> keys(GuestsConfig config, Collection<String> profiles, boolean publicDoor) {
        var texts = config.key().orElse(List.of());
        boolean amongFriends = Profiles.areAmongFriends(profiles);
        if (!config.enabled().orElse(amongFriends || publicDoor || !texts.isEmpty())) {
            return Optional.empty();
        }
        if (texts.isEmpty() && !amongFriends) {
            throw new IllegalArgumentException("is not set");
        }
        return Optional.of(texts.isEmpty() ? GuestKeys.random() : GuestKeys.of(texts));
    }
}
