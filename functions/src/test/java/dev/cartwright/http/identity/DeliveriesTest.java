package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static dev.cartwright.http.identity.Identified.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.Token;
import dev.cartwright.testing.TokenIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries whose tokens are checked here. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Deliveries with a token (oidc)")
class DeliveriesTest {

    /** As Google signs it for a push subscription. */
    static Token delivery() {
        return TokenIssuer.shared().token(Identified.GOOGLE).of("1078").with("email", Identified.DELIVERER)
                .with("email_verified", true);
    }

    @Test
    void service_account_of_deliveries_delivers() {
        assertDelivered(204, delivery().signed());
    }

    @Test
    void delivery_without_a_token_is_refused() {
        assertDelivered(401, null);
    }

    @Test
    void delivery_that_only_looks_like_a_brokers_is_refused() {
        var answer = added("/", "del", "1").with("x-goog-pubsub-message-id", "1").body("{}").send();
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void other_service_account_delivers_nothing() {
        assertDelivered(403, delivery().with("email", "mallory@other.iam.gserviceaccount.com").signed());
        assertDelivered(403, delivery().with("email", null).signed());
    }

    @Test
    @Timeout(20)
    void address_that_is_no_text_delivers_nothing_and_is_answered() {
        assertDelivered(403, delivery().with("email", 42).signed());
    }

    @Test
    void address_that_nobody_verified_delivers_nothing() {
        assertDelivered(403, delivery().with("email_verified", false).signed());
        assertDelivered(403, delivery().with("email_verified", null).signed());
        assertDelivered(403, delivery().with("email_verified", "true").signed());
    }

    @Test
    void delivery_for_another_audience_is_refused() {
        assertDelivered(401, delivery().with("aud", "https://elsewhere").signed());
    }

    @Test
    void delivery_that_is_too_late_or_too_early_is_refused() {
        assertDelivered(401, delivery().endsIn(Duration.ofMinutes(-1)).signed());
        assertDelivered(401, delivery().startsIn(Duration.ofMinutes(1)).signed());
    }

    @Test
    void delivery_that_is_not_signed_by_the_issuer_is_refused() {
        assertDelivered(401, delivery().unsigned());
        assertDelivered(401, delivery().signedWithPublicKey());
    }

    @Test
    void tokens_of_the_shop_deliver_nothing() {
        assertDelivered(401, shopper("del").with("email", Identified.DELIVERER).with("email_verified", true).signed());
        assertDelivered(401, with("admin").signed());
    }

    @Test
    void service_account_of_deliveries_asks_nothing() {
        assertThat(Call.of("GET", "/subjects/user/del").as(delivery().signed()).send().status()).isEqualTo(401);
        assertThat(added("/events", "del", "1").as(delivery().signed()).send().status()).isEqualTo(401);
    }

    private static void assertDelivered(int status, String token) {
        var answer = added("/", "del", "1").as(token).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }
}
