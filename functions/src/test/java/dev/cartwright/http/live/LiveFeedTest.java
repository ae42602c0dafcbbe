package dev.cartwright.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From a delivered event to the watchers, over real servers. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class LiveFeedTest {

    private static final Pattern OFFSET = Pattern.compile("^id: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LONG = Pattern.compile("\"id\":\"(long-\\d+)\"");

    private final String user = "live-" + UUID.randomUUID();

    @Test
    void event_that_is_committed_is_told_and_what_it_changed() {
        try (var stream = SseClient.open("subject=user/" + user, null);
                var socket = WsClient.open("subject=user/" + user, null, "cartwright")) {
            assertThat(stream.next().json().path("data").path("version").asInt()).isZero();
            assertThat(socket.next().path("kind").asText()).isEqualTo("state");
            deliver("1");
            assertThat(types(stream, 2)).containsExactly("product-added-to-cart", "subject-changed");
            assertThat(socket.next().path("event").path("type").asText()).isEqualTo("product-added-to-cart");
        }
    }

    @Test
    void client_that_comes_back_is_told_what_it_missed_once_and_no_more() {
        String last;
        try (var stream = SseClient.open("subject=user/" + user, null)) {
            stream.next();
            deliver("1");
            stream.next();
            last = stream.next().id();
        }
        deliver("2");
        deliver("3");
        try (var stream = SseClient.open("subject=user/" + user, null, "last-event-id", last)) {
            var missed = List.of(stream.next(), stream.next(), stream.next(), stream.next());
            assertThat(missed).extracting(message -> message.json().path("id").asText()).contains("2", "3");
            deliver("4");
            assertThat(stream.next().json().path("id").asText()).isEqualTo("4");
        }
    }

    @Test
    void client_whose_history_is_gone_is_told_so() {
        deliver("1");
        try (var stream = SseClient.open("subject=user/" + user + "&after=1-1", null)) {
            var reset = stream.next();
            assertThat(reset.event()).isEqualTo("reset");
            assertThat(reset.json().path("type").asText()).isEqualTo("subject-state");
            assertThat(reset.json().path("data").path("properties").path("last_product_added").asText())
                    .isEqualTo("123");
        }
    }

    @Test
    void client_that_was_cut_off_as_it_did_not_read_is_told_the_rest_once() throws IOException {
        var told = new ArrayList<String>();
        String last;
        int sent = 0;
        try (var sleeper = LiveLimitsTest.sleeper("/live?subject=user/" + user, null)) {
            while (slowConsumers() == 0) {
                assertThat(sent).as("events of 60 KB until it is cut off").isLessThan(200);
                deliverLong("long-" + sent++);
            }
            deliverLong("long-" + sent++);
            var text = new String(sleeper.getInputStream().readAllBytes(), UTF_8);
            assertThat(text).contains("event: end\ndata: {\"reason\":\"slow-consumer\"");
            last = all(OFFSET, text).reduce((one, next) -> next).orElseThrow();
            all(LONG, text).forEach(told::add);
        }
        assertThat(told).isNotEmpty().hasSizeLessThan(sent);
        try (var stream = SseClient.open("subject=user/" + user, null, "last-event-id", last)) {
            while (told.size() < sent) {
                var message = stream.next();
                assertThat(message.event()).isNull();
                all(LONG, message.data()).forEach(told::add);
            }
        }
        assertThat(told).isEqualTo(IntStream.range(0, sent).mapToObj(i -> "long-" + i).toList());
    }

    @Test
    void stream_watches_so_many_channels_and_no_more() {
        var most = IntStream.range(0, 20).mapToObj(i -> "subject=product/" + i).collect(Collectors.joining("&"));
        SseClient.open(most, null).close();
        var answer = Call.get("/live?view=top-products&" + most);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("from 1 to 20");
    }

    private static double slowConsumers() {
        return LiveLimitsTest.metric("cartwright_live_ended_total{reason=\"slow-consumer\"}", null);
    }

    private void deliverLong(String id) {
        var answer = Call.added("/", user, id).with("ce-type", "note").body("{\"text\":\"" + "x".repeat(60_000) + "\"}")
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static List<String> types(SseClient stream, int count) {
        var types = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            types.add(stream.next().json().path("type").asText());
        }
        return types;
    }

    private void deliver(String id) {
        var answer = Call.added("/", user, id).with("ce-time", "2023-04-19T09:00:0" + id + "Z").send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }
}
