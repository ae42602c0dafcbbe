package dev.cartwright.http.live;

import static dev.cartwright.http.live.LiveProfile.ORIGIN;
import static dev.cartwright.http.live.LiveProfile.operator;
import static dev.cartwright.http.live.LiveProfile.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cartwright.http.Call;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.Token;
import dev.cartwright.testing.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who watches what. */
@QuarkusTest
@TestProfile(LiveProfile.class)
@SecurityCases("Watching")
class WatchingTest {

    @Inject
    FakeSource feed;

    @ParameterizedTest
    @ValueSource(strings = {"subject=user/bob", "subject=user/alice&subject=user/bob", "subject=order/1",
            "subject=user/%62ob", "subject=user/alice/../bob", "subject=user/bob&type=order-placed",
            "subject=user/bob&where=subject%3D'user/alice'", "subject=user/bob&after=1000-1", "subject=USER/alice",
            "subject=user/alice%20", "subject=instance/a"})
    void shopper_watches_nothing_of_another_subject(String query) {
        var alice = token("alice");
        var answer = Call.of("GET", "/live?" + query).as(alice.signed()).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.field()).isEqualTo("subject");
        assertThat(refusal(query, alice)).isEqualTo(403);
        assertThat(feed.watching("user/bob")).isZero();
    }

    @Test
    void filter_brings_nothing_of_another_subject() {
        try (var stream = SseClient.open("subject=user/alice&type=order-placed&where=subject%3D'user/bob'",
                token("alice").signed())) {
            feed.change("user/bob", 1, "order-placed", "{}");
            feed.state("user/alice", 2);
            assertThat(stream.next().json().path("subject").asText()).isEqualTo("user/alice");
        }
    }

    @Test
    void id_of_another_subjects_message_brings_nothing_of_it() {
        try (var stream = SseClient.open("subject=user/alice", token("alice").signed(), "last-event-id", "1000-1")) {
            feed.change("user/bob", 2, "order-placed", "{}");
            feed.state("user/alice", 3);
            assertThat(stream.next().json().path("subject").asText()).isEqualTo("user/alice");
        }
        assertThat(Call.of("GET", "/live?subject=user/alice").as(token("alice").signed())
                .with("last-event-id", "user/bob:1000-1").send().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"services,403", "incidents,403", "alerts,403", "performance,403", "activity,403", "latest-events,403",
            "rules,403", "open-carts,403", "unlisted,400"})
    void view_of_operators_is_not_shown_to_shoppers(String view, int status) {
        assertThat(Call.of("GET", "/live?view=" + view).as(token("alice").signed()).send().status()).isEqualTo(status);
        assertThat(Call.of("GET", "/live?subject=view/" + view).as(operator()).send().status()).isEqualTo(400);
        assertThat(refusal("view=" + view, token("alice"))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"sre,services,200", "admin,incidents,200", "service,open-carts,200", "service,services,403",
            "shopper,top-products,200", "service,sales,200", "shopper,sales,403",
            "shopper,conversion,403"})
    void view_is_shown_to_its_roles(String role, String view, int status) {
        var answer = SseClient.answer("view=" + view, token("the-" + role).roles(role).signed());
        answer.body().close();
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sre", "admin", "service"})
    void role_watches_all_subjects(String role) {
        SseClient.open("subject=user/bob&subject=order/1", token("the-" + role).roles(role).signed()).close();
    }

    @Test
    void nobody_watches_nothing() {
        assertThat(Call.get("/live?subject=product/1").status()).isEqualTo(401);
        assertThat(refusal("subject=product/1", (String) null)).isEqualTo(401);
    }

    @Test
    void bad_token_watches_nothing() {
        for (var token : List.of(token("alice").endsIn(Duration.ofHours(-1)).signed(), token("alice").unsigned(),
                token("alice").signedWithUnknownKey(), token("alice").signedWithPublicKey(), "not.a.token")) {
            assertThat(Call.of("GET", "/live?subject=user/alice").as(token).send().status()).isEqualTo(401);
            assertThat(refusal("subject=user/alice", token)).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/live/ws"})
    void token_in_the_address_is_none(String path) {
        var answer = Call.get(path + "?subject=user/alice&access_token=" + token("alice").signed());
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void stream_ends_when_its_token_does() {
        try (var stream = SseClient.open("subject=user/alice", token("alice").endsIn(Duration.ofSeconds(4)).signed())) {
            var end = stream.next();
            assertThat(end.event()).isEqualTo("end");
            assertThat(end.json().path("reason").asText()).isEqualTo("token-expired");
            assertThat(end.json().path("retry").asInt()).isBetween(100, 200);
            stream.awaitEnd();
        }
        Waiting.until(() -> feed.watching("user/alice") == 0);
    }

    @Test
    void socket_is_closed_when_its_token_ends() {
        try (var socket = WsClient.open("subject=user/alice", token("alice").endsIn(Duration.ofSeconds(4)).signed())) {
            var end = socket.next();
            assertThat(end.path("kind").asText()).isEqualTo("end");
            assertThat(end.path("reason").asText()).isEqualTo("token-expired");
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    void socket_of_a_foreign_page_is_refused(String origin) {
        var refused = catchThrowableOfType(WsClient.Refused.class,
                () -> WsClient.open("subject=user/alice", origin, "cartwright", "bearer." + token("alice").signed()));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void socket_of_a_listed_page_is_let_in() {
        WsClient.open("subject=user/alice", ORIGIN, "cartwright", "bearer." + token("alice").signed()).close();
    }

    @Test
    void token_of_a_socket_is_told_to_nobody() {
        var token = token("alice").signed();
        try (var log = WholeLog.open(); var socket = WsClient.open("subject=user/alice", token)) {
            assertThat(socket.protocol()).isEqualTo("cartwright");
            refusal("subject=user/bob", token);
            refusal("subject=user/alice&where=(", token);
            assertThat(log.text()).doesNotContain(token, token.substring(token.lastIndexOf('.')));
        }
    }

    private static int refusal(String query, Token token) {
        return refusal(query, token.signed());
    }

    /** What the handshake is answered with where it is refused. */
    private static int refusal(String query, String token) {
        var protocols = token == null ? new String[] {"cartwright"} : new String[] {"cartwright", "bearer." + token};
        var refused = catchThrowableOfType(WsClient.Refused.class, () -> WsClient.open(query, null, protocols));
        assertThat(refused).as("/live/ws?" + query).isNotNull();
        return refused.status();
    }
}
