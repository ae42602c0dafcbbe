package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call.Answer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/** A front end may wait for what comes of its event. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class WaitTest {

    @Test
    void outcome_is_the_answer() throws Exception {
        var answer = CompletableFuture.supplyAsync(() ->
                added("/events", "waiting", "wait-1").with("prefer", "wait=20").send());
        deliverOncePublished("wait-1");
        var outcome = answer.get(10, TimeUnit.SECONDS);
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.header("preference-applied")).isEqualTo("wait=20");
        assertThat(outcome.header("content-type")).isEqualTo("application/cloudevents+json");
        assertThat(outcome.header("location")).isEqualTo("/subjects/user/waiting");
        assertThat(outcome.json().path("type").asText()).isEqualTo("product-demanded");
        assertThat(outcome.json().path("causationid").asText()).isEqualTo("wait-1");
        assertThat(outcome.json().path("hops").isIntegralNumber()).isTrue();
        assertThat(outcome.json().path("data").path("product_id").asText()).isEqualTo("123");
    }

    @Test
    void event_is_taken_although_nothing_comes_of_it_in_time() {
        var answer = added("/events", "waiting", "wait-2").with("prefer", "wait=1").send();
        assertTaken(answer, "wait-2");
        assertThat(published("wait-2")).isTrue();
    }

    @Test
    void batch_does_not_wait() {
        long start = System.nanoTime();
        var answer = json("/events", "application/cloudevents-batch+json", "[" + structured("waiting", "wait-3") + "]")
                .with("prefer", "wait=30").send();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(15));
    }

    @Test
    void event_that_is_refused_does_not_wait() {
        assertThat(added("/events", "waiting", "wait-4").body("{}").with("prefer", "wait=30").send().status())
                .isEqualTo(422);
    }

    private static void assertTaken(Answer answer, String id) {
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("preference-applied")).isNull();
        assertThat(answer.json().path("id").asText()).isEqualTo(id);
    }

    /** As the broker would. */
    private static void deliverOncePublished(String id) {
        assertThat(Waiting.until(Duration.ofSeconds(10), () -> published(id))).as("it is published").isTrue();
        assertThat(added("/", "waiting", id).send().status()).isEqualTo(204);
    }

    private static boolean published(String id) {
        try (var redis = RedisClient.create(Servers.broker().url())) {
            return redis.xrange("events", (StreamEntryID) null, null).stream()
                    .anyMatch(entry -> id.equals(entry.getFields().get("ce-id")));
        }
    }
}
