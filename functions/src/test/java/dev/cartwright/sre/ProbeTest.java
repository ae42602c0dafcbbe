package dev.cartwright.sre;

import static dev.cartwright.http.Call.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An instance tells how it does while no store can. */
@QuarkusTest
@WithTestResource(ShopServers.class)
@TestProfile(ReportingTest.Reports.class)
class ProbeTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** Whoever waited for a store would wait for its deadline, and none has a shorter one than the cache's 4 s. */
    private static final Duration AT_ONCE = Duration.ofMillis(3500);

    @Test
    void tells_what_it_sampled_itself() {
        assertThat(Waiting.until(SOON, () -> get("/probe").json().path("samples").size() > 0)).isTrue();
        var probe = get("/probe").json();
        assertThat(probe.path("service").asText()).isEqualTo("reports");
        assertThat(probe.path("instance").asText()).startsWith("reports.");
        assertThat(probe.path("revision").asText()).isEqualTo("r7");
        assertThat(Instant.parse(probe.path("as_of").asText())).isBeforeOrEqualTo(Instant.now());
        var sample = newest(probe);
        assertThat(Instant.parse(sample.path("time").asText())).isBefore(Instant.now());
        assertThat(sample.path("work").has("p99_ms")).isTrue();
    }

    @Test
    void answers_at_once_while_all_stores_hang_and_says_so() {
        Servers.cache().freeze();
        Servers.bigtable().freeze();
        Servers.broker().freeze();
        try {
            assertThat(Waiting.until(SOON, () -> {
                var asked = Instant.now();
                var probe = get("/probe").json();
                assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_ONCE);
                return probe.path("waiting").asInt() > 0 && isAway(newest(probe));
            })).isTrue();
        } finally {
            Servers.cache().thaw();
            Servers.bigtable().thaw();
            Servers.broker().thaw();
        }
        assertThat(Waiting.until(SOON, () -> get("/probe").json().path("waiting").asInt() == 0)).isTrue();
    }

    private static boolean isAway(JsonNode sample) {
        return !sample.path("stores").has("redis_ms") && !sample.path("stores").has("bigtable_ms");
    }

    private static JsonNode newest(JsonNode probe) {
        var samples = probe.path("samples");
        return samples.path(samples.size() - 1);
    }
}
