package dev.cartwright.http.guest;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.guest.GuestsTest.Visitor;
import dev.cartwright.http.identity.Identified;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.TokenIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guests beside people whom the shop's issuer vouches for. */
@SecurityCases("Guests and users")
@QuarkusTest
@TestProfile(Identified.class)
class GuestsAmongUsersTest {

    private Visitor guest;

    @BeforeEach
    void arrive() {
        guest = Visitor.arriving();
    }

    @Test
    void user_signs_in_with_both_tokens() {
        assertThat(signIn("grace", shopper("grace").signed(), guest.token())).isEqualTo(202);
    }

    @Test
    void user_takes_no_guests_cart_without_the_guests_token() {
        var token = shopper("mallory").signed();
        assertThat(signIn("mallory", token, null)).isEqualTo(403);
        assertThat(signIn("mallory", token, Visitor.arriving().token())).isEqualTo(403);
        assertThat(signIn("mallory", token, token)).isEqualTo(403);
    }

    @Test
    void user_gives_no_guests_cart_to_another_user() {
        var answer = SignIn.of(guest.id(), "grace").as(shopper("mallory").signed())
                .with(SignIn.HEADER, guest.token()).send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field()).isEqualTo("data.user_id");
    }

    @Test
    void guest_alone_is_nobody_else() {
        assertThat(signIn("grace", guest.token(), guest.token())).isEqualTo(403);
        assertThat(SignIn.of(guest.id(), "grace").with(SignIn.HEADER, guest.token()).send().status()).isEqualTo(401);
    }

    @Test
    void guests_token_in_its_header_opens_no_other_door() {
        assertThat(added("/events", guest.id(), "1").as(shopper("mallory").signed())
                .with(SignIn.HEADER, guest.token()).send().status()).isEqualTo(403);
        assertThat(Call.of("GET", "/subjects/user/" + guest.id()).with(SignIn.HEADER, guest.token()).send().status())
                .isEqualTo(401);
    }

    @Test
    void user_who_is_called_like_a_guest_is_refused() {
        var impostor = shopper(guest.id()).signed();
        assertThat(Call.of("GET", "/subjects/user/" + guest.id()).as(impostor).send().status()).isEqualTo(403);
        assertThat(added("/events", guest.id(), "1").as(impostor).send().status()).isEqualTo(403);
    }

    @Test
    void issuers_key_signs_no_guest_and_the_issuer_is_not_asked() {
        var forged = shopper(guest.id()).with("iss", "cartwright-guests").with("aud", "cartwright-guests")
                .with("since", Instant.now().getEpochSecond());
        int asked = TokenIssuer.shared().requests();
        assertThat(read(forged.signed())).isEqualTo(401);
        assertThat(read(forged.signedWithPublicKey())).isEqualTo(401);
        assertThat(read(forged.unsigned())).isEqualTo(401);
        assertThat(TokenIssuer.shared().requests()).isEqualTo(asked);
    }

    @Test
    void guests_token_delivers_nothing() {
        assertThat(added("/", guest.id(), "1").as(guest.token()).send().status()).isEqualTo(401);
    }

    @Test
    void guest_sees_no_figures_and_no_other_paths() {
        assertThat(Call.of("GET", "/q/metrics").as(guest.token()).send().status()).isEqualTo(403);
        assertThat(Call.of("GET", "/admin/anything").as(guest.token()).send().status()).isEqualTo(403);
    }

    @Test
    void users_token_makes_no_guest() {
        assertThat(Call.of("POST", "/guests").as(shopper("grace").signed()).send().status()).isEqualTo(401);
    }

    @Test
    void webhooks_sender_may_ask_before_it_has_a_token() {
        assertThat(Call.of("OPTIONS", "/events").with("webhook-request-origin", "anybody").send().status())
                .isEqualTo(204);
    }

    private int read(String token) {
        return Call.of("GET", "/subjects/user/" + guest.id()).as(token).send().status();
    }

    private int signIn(String user, String bearer, String guestToken) {
        var call = SignIn.of(guest.id(), user).as(bearer);
        return (guestToken == null ? call : call.with(SignIn.HEADER, guestToken)).send().status();
    }
}
