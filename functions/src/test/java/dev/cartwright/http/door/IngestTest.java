package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/** Front ends send to {@code POST /events}. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class IngestTest {

    private static final String BATCH = "application/cloudevents-batch+json";

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"type\":\"product-added-to-cart\",\"timestamp\":\"2023-04-19T09:00:00Z\","
                    + "\"product_id\":\"123\",\"user_id\":\"456\"}",
            "{\"type\":\"product-removed-from-cart\",\"timestamp\":\"2023-04-19T09:15:00Z\","
                    + "\"product_id\":\"123\",\"user_id\":\"456\"}",
            "{\"type\":\"order-placed\",\"timestamp\":\"2023-04-19T09:30:00Z\","
                    + "\"order_id\":\"789\",\"user_id\":\"456\"}"})
    void documents_of_the_article_are_taken(String document) {
        var answer = json("/events", "application/json", document).send();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("location")).isEqualTo("/subjects/user/456");
        assertThat(published(answer.json().path("id").asText())).isOne();
    }

    @Test
    void event_is_at_the_broker_when_it_is_taken() {
        var answer = added("/events", "ingest", "at-the-broker").send();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("id").asText()).isEqualTo("at-the-broker");
        assertThat(published("at-the-broker")).isOne();
    }

    @Test
    void missing_time_is_the_same_when_the_event_comes_again() {
        var first = added("/events", "ingest", "timeless").without("ce-time").send();
        var again = added("/events", "ingest", "timeless").without("ce-time").send();
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.json().path("time")).isEqualTo(first.json().path("time"));
    }

    @Test
    void batch_is_taken_as_a_whole() {
        var answer = json("/events", BATCH, "[" + structured("ingest", "b1") + "," + structured("ingest", "b2") + "]")
                .send();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(published("b1") + published("b2")).isEqualTo(2);
    }

    @Test
    void batch_with_a_bad_event_is_taken_but_for_it() {
        var bad = structured("ingest", "c2").replace("\"123\"", "7");
        var answer = json("/events", BATCH, "[" + structured("ingest", "c1") + "," + bad + "]").send();
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().path(0).toString())
                .isEqualTo("{\"id\":\"c1\",\"source\":\"/test\",\"status\":202}");
        assertThat(answer.json().path(1).path("status").asInt()).isEqualTo(422);
        assertThat(answer.json().path(1).path("problem").path("field").asText()).isEqualTo("data.product_id");
        assertThat(published("c1")).isOne();
        assertThat(published("c2")).isZero();
    }

    @Test
    void empty_batch_has_nothing_wrong() {
        assertThat(json("/events", BATCH, "[]").send().status()).isEqualTo(202);
    }

    @Test
    void batch_has_a_bound() {
        var event = structured("ingest", "many") + ",";
        var answer = json("/events", BATCH, "[" + event.repeat(1000) + structured("ingest", "many") + "]").send();
        assertThat(answer.status()).isEqualTo(413);
        assertThat(published("many")).isZero();
    }

    @Test
    void time_ahead_is_refused_with_the_servers() {
        var answer = added("/events", "ingest", "ahead").with("ce-time", "2999-01-01T00:00:00Z").send();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("server_time").asText()).startsWith("20");
    }

    private static long published(String id) {
        try (var redis = RedisClient.create(Servers.broker().url())) {
            return redis.xrange("events", (StreamEntryID) null, null).stream()
                    .map(entry -> entry.getFields().values()).flatMap(Collection::stream)
                    .flatMap(value -> Stream.of(value).filter(id::equals)).count();
        }
    }
}
