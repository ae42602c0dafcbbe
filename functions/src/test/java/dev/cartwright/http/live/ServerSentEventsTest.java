package dev.cartwright.http.live;

import static dev.cartwright.http.live.LiveProfile.operator;
import static dev.cartwright.http.live.LiveProfile.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cartwright.http.Call;
import dev.cartwright.http.live.FakeSource.Asked;
import dev.cartwright.live.LiveMessage.Kind;
import dev.cartwright.live.Offset;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LiveProfile.class)
class ServerSentEventsTest {

    private static final String ADDED = "product-added-to-cart";

    @Inject
    FakeSource feed;

    @Test
    void stream_begins_with_how_soon_to_come_back_and_then_the_state() {
        try (var stream = open("subject=user/ann", "ann")) {
            assertThat(stream.header("content-type")).isEqualTo("text/event-stream");
            assertThat(stream.header("cache-control")).isEqualTo("no-store");
            assertThat(Integer.parseInt(stream.block().other().substring("retry: ".length()))).isBetween(100, 200);
            feed.state("user/ann", 7);
            var state = stream.next();
            assertThat(state.event()).isNull();
            assertThat(state.id()).isEqualTo("1000-7");
            assertThat(state.json().path("type").asText()).isEqualTo("subject-state");
            assertThat(state.json().path("data").path("version").asInt()).isEqualTo(7);
        }
    }

    @Test
    void id_of_a_message_tells_where_all_channels_are_in_the_order_asked() {
        try (var stream = open("view=top-products&subject=user/ann&subject=product/1", "ann")) {
            feed.state("user/ann", 3);
            assertThat(stream.next().id()).isEqualTo("0-0~1000-3~0-0");
            feed.state("view/top-products", 5);
            assertThat(stream.next().id()).isEqualTo("1000-5~1000-3~0-0");
            feed.change("product/1", 9, ADDED, "{}");
            assertThat(stream.next().id()).isEqualTo("1000-5~1000-3~1000-9");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stream_goes_on_after_the_last_message(boolean byHeader) {
        var query = "subject=user/bea&view=products";
        try (var stream = byHeader
                ? SseClient.open(query + "&after=1-1~1-1", token("bea").signed(), "last-event-id", "1000-4~0-0")
                : open(query + "&after=1000-4~0-0", "bea")) {
            assertThat(feed.asked).contains(new Asked("user/bea", Optional.of(new Offset(1000, 4))),
                    new Asked("view/products", Optional.empty()));
            feed.change("user/bea", 5, ADDED, "{}");
            assertThat(stream.next().id()).isEqualTo("1000-5~0-0");
        }
        feed.asked.clear();
    }

    @Test
    void what_was_missed_is_said_to_be() {
        try (var stream = open("subject=user/cleo&after=1-4", "cleo")) {
            feed.say("user/cleo", Kind.RESET, 2, "subject-state", "{}");
            var reset = stream.next();
            assertThat(reset.event()).isEqualTo("reset");
            assertThat(reset.id()).isEqualTo("1000-2");
            assertThat(reset.json().path("type").asText()).isEqualTo("subject-state");
        }
    }

    @Test
    void only_changes_of_the_types_asked_for_are_told_but_every_state() {
        try (var stream = open("subject=user/dora&type=order-placed&type=" + ADDED, "dora")) {
            feed.state("user/dora", 1);
            feed.change("user/dora", 2, "product-removed-from-cart", "{}");
            feed.change("user/dora", 3, ADDED, "{}");
            feed.say("user/dora", Kind.RESET, 4, "subject-state", "{}");
            assertThat(stream.next().id()).isEqualTo("1000-1");
            assertThat(stream.next().id()).isEqualTo("1000-3");
            assertThat(stream.next().id()).isEqualTo("1000-4");
        }
    }

    @Test
    void only_changes_of_which_the_expression_is_true_are_told() {
        try (var stream = open("subject=user/eve&where=" + encoded("productid = '7' AND type LIKE 'product-%'"), "eve")) {
            feed.state("user/eve", 1);
            feed.change("user/eve", 2, ADDED, "{\"product_id\":\"6\"}");
            feed.change("user/eve", 3, "order-placed", "{\"order_id\":\"7\"}");
            feed.change("user/eve", 4, ADDED, "{\"product_id\":\"7\"}");
            assertThat(stream.next().id()).isEqualTo("1000-1");
            assertThat(stream.next().id()).isEqualTo("1000-4");
        }
    }

    @Test
    void type_that_nobody_declared_may_be_asked_for() {
        try (var stream = open("subject=user/flo&type=of-our-own&where=" + encoded("shade = 'teal'"), "flo")) {
            feed.change("user/flo", 1, ADDED, "{\"shade\":\"teal\"}");
            feed.change("user/flo", 2, "of-our-own", "{\"shade\":\"red\"}");
            feed.change("user/flo", 3, "of-our-own", "{\"shade\":\"teal\"}");
            assertThat(stream.next().id()).isEqualTo("1000-3");
        }
    }

    @Test
    void heartbeat_tells_where_a_client_is_that_was_told_nothing() {
        try (var stream = open("subject=user/fay&type=order-placed", "fay")) {
            feed.change("user/fay", 2, ADDED, "{}");
            var block = stream.block();
            while (block.id() == null) {
                block = stream.block();
            }
            assertThat(block.id()).isEqualTo("1000-2");
            assertThat(block.data()).isNull();
            var next = stream.block();
            assertThat(next.other()).isEqualTo(":");
            assertThat(next.id()).isNull();
        }
    }

    @Test
    void data_of_whatever_length_and_letters_arrives_whole() {
        var text = "ü\\n€".repeat(10_000);
        try (var stream = open("subject=user/gina", "gina")) {
            feed.change("user/gina", 1, "note", "{\"text\":\"" + text + "\"}");
            feed.change("user/gina", 2, "note", "{}");
            assertThat(stream.next().json().path("data").path("text").asText()).isEqualTo(text.replace("\\n", "\n"));
            assertThat(stream.next().id()).isEqualTo("1000-2");
        }
    }

    @Test
    void client_that_has_gone_is_watched_for_no_longer() {
        try (var stream = open("subject=user/hedy", "hedy")) {
            assertThat(stream.block()).isNotNull();
            assertThat(feed.watching("user/hedy")).isEqualTo(1);
        }
        Waiting.until(() -> feed.watching("user/hedy") == 0);
    }

    @ParameterizedTest
    @CsvSource({"'',subject", "subject=user,subject", "subject=/1,subject", "subject=view/products,subject",
            "view=nothing,view", "view=,view", "subject=user/x&subject=user/x,subject", "subjects=user/x,subjects",
            "subject=user/x&after=1,after", "subject=user/x&after=1-1~1-2,after", "subject=user/x&after=,after",
            "subject=user/x&after=1-1&after=1-2,after", "subject=user/x&where=,where",
            "subject=user/x&where=price%20%3E,where", "subject=user/x&where=prize%20%3E%201,where",
            "subject=user/x&where=type%3D'a'&where=type%3D'b',where",
            "subject=user/x&type=,type", "subject=user/x&type=order-placed&where=productid%20=%20'7',where",
            "subject=user/x&view=products&after=1-1,after", "view=products&after=0,after",
            "subject=a/1&subject=a/2&subject=a/3&subject=a/4&subject=a/5,subject",
            "subject=a/1&subject=a/2&subject=a/3&subject=a/4&view=products,subject"})
    void what_cannot_be_told_is_refused_and_named(String query, String field) {
        assertThat(catchThrowableOfType(WsClient.Refused.class, () -> WsClient.open(query, operator())))
                .as("over a WebSocket").extracting(WsClient.Refused::status).isEqualTo(400);
        var answer = Call.of("GET", "/live?" + query).as(operator()).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "DELETE"})
    void streams_are_got(String method) {
        var answer = Call.of(method, "/live?subject=user/ann").as(token("ann").signed()).send();
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo("GET");
    }

    private static SseClient open(String query, String name) {
        return SseClient.open(query, token(name).signed());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
