package dev.cartwright.http.live;

import static dev.cartwright.http.live.LiveProfile.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.http.Call;
import dev.cartwright.live.LiveMessage.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpClient.Version;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveProfile.class)
class WebSocketTest {

    @Inject
    FakeSource feed;

    @Inject
    Streams streams;

    @Test
    void same_messages_come_in_frames() {
        try (var socket = open("subject=user/wa&view=products&type=order-placed", "wa")) {
            Waiting.until(() -> feed.watching("view/products") == 1);
            assertThat(socket.protocol()).isEqualTo("cartwright");
            feed.state("user/wa", 1);
            feed.change("user/wa", 2, "product-added-to-cart", "{}");
            feed.change("user/wa", 3, "order-placed", "{\"total\":5}");
            feed.say("view/products", Kind.RESET, 4, "view-changed", "{}");
            var state = socket.next();
            assertThat(state.path("kind").asText()).isEqualTo("state");
            assertThat(state.path("id").asText()).isEqualTo("1000-1~0-0");
            var change = socket.next();
            assertThat(change.path("kind").asText()).isEqualTo("change");
            assertThat(change.path("id").asText()).isEqualTo("1000-3~0-0");
            assertThat(change.path("event").path("data").path("total").asInt()).isEqualTo(5);
            assertThat(socket.next().path("kind").asText()).isEqualTo("reset");
        }
        Waiting.until(() -> feed.watching("user/wa") == 0);
    }

    @Test
    void heartbeat_tells_where_a_client_is_that_was_told_nothing() {
        try (var socket = open("subject=user/wb&type=order-placed", "wb")) {
            Waiting.until(() -> feed.watching("user/wb") == 1);
            feed.change("user/wb", 2, "product-added-to-cart", "{}");
            var heartbeat = socket.frame();
            while (heartbeat.path("id").isMissingNode()) {
                heartbeat = socket.frame();
            }
            assertThat(heartbeat.path("kind").asText()).isEqualTo("heartbeat");
            assertThat(heartbeat.path("id").asText()).isEqualTo("1000-2");
        }
    }

    @Test
    void what_a_client_says_changes_nothing() {
        try (var socket = open("subject=user/wc", "wc")) {
            Waiting.until(() -> feed.watching("user/wc") == 1);
            socket.send("{\"subject\":\"user/wd\"}");
            feed.state("user/wc", 1);
            assertThat(socket.next().path("id").asText()).isEqualTo("1000-1");
        }
    }

    @Test
    void what_cannot_be_told_is_refused_in_the_handshake() {
        assertThatThrownBy(() -> open("subject=user/we&where=1+%3E", "we")).isInstanceOfSatisfying(
                WsClient.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
                });
    }

    @Test
    void request_that_is_no_handshake_is_told_so() {
        var answer = Call.of("GET", "/live/ws?subject=user/wf").as(token("wf").signed()).send();
        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.text()).contains("GET /live");
    }

    @Test
    void request_over_http_2_is_told_so_too() {
        var answer = Call.of("GET", "/live/ws?subject=user/wg").as(token("wg").signed()).sendByHttp2();
        assertThat(answer.response().version()).isEqualTo(Version.HTTP_2);
        assertThat(answer.status()).isEqualTo(426);
    }

    private static WsClient open(String query, String name) {
        return WsClient.open(query, token(name).signed());
    }
}
