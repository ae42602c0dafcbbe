package dev.cartwright.http.guest;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors that nobody knows. */
@SecurityCases("Guests")
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class GuestsTest {

    record Visitor(String token, String id) {

        static Visitor arriving() {
            var answer = Call.of("POST", "/guests").send();
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            return of(answer);
        }

        static Visitor of(Answer answer) {
            return new Visitor(answer.json().path("token").asText(), answer.json().path("guest_id").asText());
        }

        Call bears(Call call) {
            return call.with("authorization", "Bearer " + token);
        }
    }

    @Test
    void guest_is_told_who_it_is_and_for_how_long() {
        var answer = Call.of("POST", "/guests").send();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        var id = answer.json().path("guest_id").asText();
        assertThat(id).matches("guest-[0-9a-f]{32}");
        assertThat(answer.json().path("subject").asText()).isEqualTo("user/" + id);
        assertThat(answer.header("location")).endsWith("/subjects/user/" + id);
        assertThat(Instant.parse(answer.json().path("expires_at").asText())).isAfter(Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "not even JSON"})
    void guest_arrives_over_http2_with_a_body_too(String body) {
        assertThat(Call.json("/guests", "application/json", body).sendByHttp2().status()).isEqualTo(201);
    }

    @Test
    void no_two_guests_are_the_same() {
        assertThat(Visitor.arriving().id()).isNotEqualTo(Visitor.arriving().id());
    }

    @Test
    void guest_stays_the_same_when_renewed() {
        var guest = Visitor.arriving();
        assertThat(Visitor.of(guest.bears(Call.of("POST", "/guests")).send()).id()).isEqualTo(guest.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Basic Z3Vlc3Q6", "Bearer"})
    void nobody_is_renewed_without_a_guests_token(String authorization) {
        assertThat(Call.of("POST", "/guests").with("authorization", authorization).send().status()).isEqualTo(401);
    }

    @Test
    void guest_fills_the_own_cart() {
        var guest = Visitor.arriving();
        assertThat(guest.bears(added("/events", guest.id(), guest.id())).send().status()).isEqualTo(202);
        assertThat(guest.bears(Call.of("GET", "/subjects/user/" + guest.id())).send().status()).isEqualTo(404);
    }

    @Test
    void guest_fills_no_other_cart() {
        var guest = Visitor.arriving();
        var answer = guest.bears(added("/events", Visitor.arriving().id(), "1")).send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field()).isEqualTo("subject");
        assertThat(guest.bears(added("/events", "456", "1")).send().status()).isEqualTo(403);
    }

    @Test
    void guest_reads_nobody_else() {
        var answer = Visitor.arriving().bears(Call.of("GET", "/subjects/user/456")).send();
        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-placed", "guest-signed-in", "guest-cart-merged", "note-taken"})
    void guest_sends_nothing_but_what_guests_send(String type) {
        var guest = Visitor.arriving();
        var answer = guest.bears(added("/events", guest.id(), "1").with("ce-type", type)).send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field()).isEqualTo("type");
    }

    @Test
    void token_that_somebody_tampered_with_is_refused() {
        var guest = Visitor.arriving();
        var forged = guest.token().substring(0, guest.token().length() - 6) + "AAAAAA";
        var answer = added("/events", guest.id(), "1").with("authorization", "Bearer " + forged).send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).contains("invalid_token");
    }

    @Test
    void guest_is_signed_in_with_the_guests_own_token_only() {
        var guest = Visitor.arriving();
        assertThat(SignIn.of(guest.id(), "456").send().status()).isEqualTo(403);
        assertThat(SignIn.of(guest.id(), "456").with(SignIn.HEADER, Visitor.arriving().token()).send().status())
                .isEqualTo(403);
        assertThat(SignIn.of(guest.id(), "456").with(SignIn.HEADER, guest.token()).send().status()).isEqualTo(202);
    }

    @Test
    void cart_is_merged_by_nobody_from_outside() {
        var answer = added("/events", "456", "1").with("ce-type", "guest-cart-merged")
                .body("{\"guest_id\":\"guest-1\",\"user_id\":\"456\",\"quantities\":{\"123\":9}}").send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field()).isEqualTo("type");
    }

    @Test
    void guests_are_asked_for_by_post_only() {
        var answer = Call.get("/guests");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo("OPTIONS, POST");
    }
}
