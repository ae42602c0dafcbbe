package dev.cartwright.http.limit;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.structured;
import static dev.cartwright.testing.GuardedProfile.GUESTS_PER_MINUTE;
import static dev.cartwright.testing.GuardedProfile.PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SecurityCases("Rate limits")
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class RateLimitTest {

    private String guest;
    private String token;

    @BeforeEach
    void arrive() {
        var answer = Call.of("POST", "/guests").with("x-forwarded-for", "198.51.100.1").send();
        guest = answer.json().path("guest_id").asText();
        token = answer.json().path("token").asText();
    }

    @Test
    void client_is_told_what_is_left() {
        var answer = ask();
        assertThat(answer.header("ratelimit-policy")).isEqualTo("\"client\";q=" + PER_MINUTE + ";w=60");
        assertThat(answer.header("ratelimit")).matches("\"client\";r=" + (PER_MINUTE - 1) + ";t=[1-3]");
    }

    @Test
    void client_that_asks_too_much_is_told_when_to_come_again() {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(ask().status()).isEqualTo(404);
        }
        var refused = until429();
        assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
        assertThat(refused.header("ratelimit")).startsWith("\"client\";r=0;");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 3);
        assertThat(bearing(added("/events", guest, "1")).send().status()).isEqualTo(429);
    }

    @Test
    void one_client_costs_no_other_anything() {
        until429();
        arrive();
        assertThat(ask().status()).isEqualTo(404);
    }

    @Test
    void batch_costs_as_many_as_it_holds() {
        assertThat(batch(PER_MINUTE).status()).isEqualTo(202);
        assertThat(batch(PER_MINUTE).status()).isEqualTo(429);
    }

    @Test
    void batch_that_is_larger_than_the_quota_costs_all_of_it() {
        assertThat(batch(PER_MINUTE + 5).status()).isEqualTo(202);
        assertThat(batch(2).status()).isEqualTo(429);
    }

    @Test
    void events_of_a_refused_batch_are_not_stamped_with_a_time() {
        assertThat(batch(PER_MINUTE - 2).status()).isEqualTo(202);
        var other = "," + structured(guest, "other");
        assertThat(timeless("[" + structured(guest, "timeless") + other.repeat(PER_MINUTE - 1) + "]").status())
                .isEqualTo(429);
        var refused = Instant.now();
        var taken = new AtomicReference<Answer>();
        assertThat(Waiting.until(Duration.ofSeconds(20), () -> {
            taken.set(bearing(added("/events", guest, "timeless").without("ce-time")).send());
            return taken.get().status() == 202;
        })).isTrue();
        assertThat(Instant.parse(taken.get().json().path("time").asText())).isAfter(refused);
    }

    @Test
    void batch_that_is_refused_leaves_nothing_behind() {
        assertThat(batch(PER_MINUTE).status()).isEqualTo(202);
        var refused = batch(2);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).doesNotContain("202");
    }

    @Test
    void guests_that_arrive_are_counted_by_their_address() {
        for (int i = 0; i < GUESTS_PER_MINUTE; i++) {
            assertThat(arrival("203.0.113.7, 198.51.100.7").status()).isEqualTo(201);
        }
        Answer refused = arrival("203.0.113.8, 198.51.100.7");
        for (int i = 0; i < GUESTS_PER_MINUTE && refused.status() == 201; i++) {
            refused = arrival("made up, 198.51.100.7");
        }
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("ratelimit-policy")).isEqualTo("\"guests\";q=" + GUESTS_PER_MINUTE + ";w=60");
        assertThat(arrival("198.51.100.7, 198.51.100.8").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/health/live", "/schemas"})
    void health_and_pages_are_not_counted(String path) {
        assertThat(Call.get(path).header("ratelimit")).isNull();
    }

    @Test
    void deliveries_are_not_counted() {
        assertThat(added("/", "deliveries", "1").send().header("ratelimit")).isNull();
    }

    /** A little comes back while the test runs. */
    private Answer until429() {
        return IntStream.range(0, 3 * PER_MINUTE).mapToObj(i -> ask()).filter(answer -> answer.status() == 429)
                .findFirst().orElseThrow();
    }

    private Answer ask() {
        return bearing(Call.of("GET", "/subjects/user/" + guest)).send();
    }

    private Answer batch(int size) {
        var events = IntStream.range(0, size).mapToObj(i -> structured(guest, "batch-" + i))
                .collect(Collectors.joining(",", "[", "]"));
        return batch(events);
    }

    private Answer timeless(String events) {
        return batch(events.replaceAll("\"time\":\"[^\"]*\",", ""));
    }

    private Answer batch(String events) {
        return bearing(Call.json("/events", "application/cloudevents-batch+json", events)).send();
    }

    private static Answer arrival(String forwardedFor) {
        return Call.of("POST", "/guests").with("x-forwarded-for", forwardedFor).send();
    }

    private Call bearing(Call call) {
        return call.with("authorization", "Bearer " + token);
    }
}
