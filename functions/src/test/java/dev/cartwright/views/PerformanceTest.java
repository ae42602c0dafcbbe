package dev.cartwright.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.operations.InstanceEvent.Stores;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.runtime.RuleSetVersion;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What services did, from the samples in the log. */
class PerformanceTest {

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
    private Instant now = start.plus(Duration.ofMinutes(10));
    private final ViewInstance instance = new ViewInstance(new RuleSetVersion(5, "five"), () -> now);
    private final Operated operated = Operated.somewhere();

    @BeforeEach
    void begin() {
        ViewInstance.forget();
        instance.process(List.of(operated.started("a", "r1", start), operated.started("b", "r1", start)));
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void instances_are_added_up_step_by_step() {
        instance.process(samples("a", 1, 30));
        instance.process(samples("b", 1, 30));
        var rows = rows("hour");
        assertThat(rows).hasSize(60);
        var row = rows.get(10);
        assertThat(row.fieldNames()).toIterable().containsExactly("time", "service", "events_per_s",
                "requests_per_s", "errors_per_s", "mean_ms", "p50_ms", "p95_ms", "p99_ms", "response_ms",
                "bytes_in_per_s", "bytes_out_per_s", "cpu_percent", "memory_mb", "lane_depth", "redis_ms",
                "bigtable_ms");
        assertThat(row.path("time").asText()).isEqualTo(Rfc3339.format(start.plusSeconds(100)));
        assertThat(row.path("events_per_s").asDouble()).isEqualTo(4);
        assertThat(row.path("requests_per_s").asDouble()).isEqualTo(2);
        assertThat(row.path("errors_per_s").asDouble()).isZero();
        assertThat(row.path("mean_ms").asDouble()).isEqualTo(5);
        assertThat(row.path("p99_ms").asLong()).isEqualTo(50);
        assertThat(row.path("response_ms").asDouble()).isEqualTo(7);
        assertThat(row.path("bytes_in_per_s").asDouble()).isEqualTo(200);
        assertThat(row.path("memory_mb").asDouble()).isEqualTo(100);
        assertThat(row.path("bigtable_ms").asDouble()).isEqualTo(5);
    }

    @Test
    void what_nobody_knows_is_null_and_a_gap_is_shown() {
        instance.process(samples("a", 1, 5));
        instance.process(List.of(operated.sampled("a", start.plusSeconds(52), 0, 0, new Stores(1L, null))));
        var rows = rows("hour");
        assertThat(rows.get(5).path("bigtable_ms").isNull()).isTrue();
        assertThat(rows.get(5).path("response_ms").isNull()).isTrue();
        assertThat(rows.get(5).path("redis_ms").asDouble()).isEqualTo(1);
        assertThat(rows).hasSize(60);
        assertThat(rows.get(40)).allSatisfy(value -> assertThat(value.isNull() || value.isTextual()).isTrue());
    }

    @Test
    void new_samples_are_seen_and_late_ones_too() {
        instance.process(samples("a", 1, 20));
        assertThat(rows("hour").get(10).path("events_per_s").asDouble()).isEqualTo(2);
        instance.process(samples("a", 21, 30));
        instance.process(List.of(operated.sampled("a", start.plusSeconds(107), 10, 0, new Stores(1L, 5L))));
        now = now.plusSeconds(10);
        var rows = rows("hour");
        assertThat(rows.get(25).path("events_per_s").asDouble()).isEqualTo(2);
        assertThat(rows.get(10).path("events_per_s").asDouble()).isEqualTo(2);
        assertThat(rows).hasSize(61);
    }

    @Test
    void day_is_told_in_steps_of_five_minutes_of_dead_instances_too() {
        instance.process(samples("a", 1, 59));
        instance.process(List.of(operated.stopped("a", start.plusSeconds(595))));
        var rows = rows("day");
        assertThat(rows).extracting(row -> row.path("time").asText()).containsExactly(Rfc3339.format(start),
                Rfc3339.format(start.plusSeconds(300)));
        assertThat(rows.get(0).path("events_per_s").asDouble()).isEqualTo(2);
    }

    @Test
    void window_leaves_out_what_is_older() {
        instance.process(samples("a", 1, 59));
        now = start.plus(Duration.ofMinutes(65));
        assertThat(rows("hour")).first().satisfies(row -> assertThat(row.path("time").asText())
                .isEqualTo(Rfc3339.format(start.plusSeconds(300))));
    }

    private List<CloudEvent> samples(String name, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> operated.well(name, start.plusSeconds(10L * i - 3)))
                .toList();
    }

    private List<JsonNode> rows(String window) {
        try {
            return StreamSupport.stream(Json.MAPPER.readTree(instance.view("performance", Map.of("window", window)))
                    .spliterator(), false).filter(row -> row.path("service").asText().equals(operated.service()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
