package dev.cartwright.sre;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.Waiting;
import dev.cartwright.operations.InstanceEvent.RuleWork;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/** What an instance tells of itself, and where it goes. */
@QuarkusTest
@WithTestResource(ShopServers.class)
@TestProfile(ReportingTest.Reports.class)
class ReportingTest {

    private static final String SERVICE = "reports";

    /** An instance that tells how it does. */
    public static final class Reports implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cartwright.operations.report", "true", "cartwright.operations.service", SERVICE,
                    "cartwright.operations.revision", "r7");
        }
    }

    @Inject
    MeterRegistry meters;

    @Test
    void tells_that_it_started_and_how_it_does() {
        try (var broker = new Jedis(URI.create(Servers.broker().url()))) {
            assertThat(Waiting.until(Duration.ofSeconds(60), () ->
                    told(broker, "function-started") && told(broker, "health-sampled"))).isTrue();
        }
    }

    @Test
    void sample_counts_what_happened_since_the_last_one() {
        var sampler = new Sampler(new Identity(SERVICE, SERVICE + ".1", "r7"), meters, () -> { }, () -> { });
        assertThat(sampler.sample().work().events()).isZero();
        for (int i = 0; i < 5; i++) {
            added("/", "sampled", "s" + i).send();
        }
        added("/", "sampled", "letter").body("{}").with("cartwright-delivery-attempt", "1").send();

        var sample = sampler.sample();
        assertThat(sample.work().events()).isBetween(5L, 6L);
        assertThat(sample.work().deadLetters()).isOne();
        assertThat(sample.work().requests()).isEqualTo(6);
        assertThat(sample.work().errors()).isZero();
        assertThat(sample.work().p50Ms()).isPositive().isLessThanOrEqualTo(sample.work().p99Ms());
        assertThat(sample.work().meanMs()).isLessThanOrEqualTo(sample.work().p99Ms());
        assertThat(sample.resources().bytesIn()).isPositive();
        assertThat(sample.resources().memoryMb()).isPositive().isLessThanOrEqualTo(sample.resources().memoryLimitMb());
        assertThat(sample.stores().allAnswer()).isTrue();
        assertThat(sample.replays()).as("whoever is new has no history").isZero();
        assertThat(sample.rules().get("on-product-added-store-event-sourcing")).isEqualTo(new RuleWork(5L, 0L, 0L));
        assertThat(sampler.sample().rules()).isNull();
    }

    private static boolean told(Jedis broker, String type) {
        return broker.keys("*").stream().filter(key -> broker.type(key).equals("stream"))
                .flatMap(key -> broker.xrange(key, (StreamEntryID) null, null).stream())
                .anyMatch(entry -> entry.getFields().getOrDefault("ce-subject", "").startsWith("instance/" + SERVICE)
                        && type.equals(entry.getFields().get("ce-type")));
    }
}
