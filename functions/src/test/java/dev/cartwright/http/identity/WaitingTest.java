package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static dev.cartwright.http.identity.Identified.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/** Who waits for what comes of an event. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Sending")
class WaitingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void follow_up_of_another_senders_event_of_the_same_id_is_not_told() {
        var waiting = waiting("guessed", shopper("mallory").signed());
        deliver(order("guessed"));
        assertThat(waiting.join().status()).isEqualTo(202);
        assertThat(waiting.join().text()).doesNotContain("walter");
    }

    @Test
    void sender_that_may_read_it_is_told() {
        var waiting = waiting("of-the-shop", with("service").signed());
        deliver(order("of-the-shop"));
        assertThat(waiting.join().status()).isEqualTo(200);
        assertThat(waiting.join().json().path("type").asText()).isEqualTo("order-received");
    }

    /** Has published its event. */
    private static CompletableFuture<Answer> waiting(String id, String token) {
        var answer = CompletableFuture.supplyAsync(() ->
                added("/events", "mallory", id).with("prefer", "wait=20").as(token).send());
        try (var redis = RedisClient.create(Servers.broker().url())) {
            assertThat(Waiting.until(SOON, () -> redis.xrange("events", (StreamEntryID) null, null).stream()
                    .anyMatch(entry -> id.equals(entry.getFields().get("ce-id"))))).isTrue();
        }
        return answer;
    }

    private static Call order(String id) {
        return added("/", "walter", id).with("ce-type", "order-placed")
                .body("{\"order_id\":\"" + id + "\",\"user_id\":\"walter\"}");
    }

    private static void deliver(Call event) {
        assertThat(event.as(DeliveriesTest.delivery().signed()).send().status()).isEqualTo(204);
    }
}
