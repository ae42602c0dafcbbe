package dev.cartwright.http;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.Symptom;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees at {@code /q/metrics}. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class MetricsTest {

    private static final Path PROMETHEUS = Path.of("../infra/prometheus");
    private static final Pattern SERIES = Pattern.compile("\\b((?:cartwright|http_server|process|jvm)_\\w+)\\{");
    private static final Pattern RUNBOOK = Pattern.compile("runbook: infra/runbooks/(\\S+)");
    private static final String ADDED = "type=\"product-added-to-cart\"";

    /** A morning with everything in it that is counted. */
    @BeforeEach
    void morning() {
        added("/", "metrics", "1").send();
        added("/", "metrics", "1").send();
        added("/", "metrics", "2").with("ce-time", "2023-04-19T08:00:00Z").send();
        added("/", "metrics", "1").with("ce-time", "2023-04-19T07:00:00Z").send();
        added("/", "metrics", "3").with("ce-type", "note-taken").send();
        added("/", "metrics", "4").body("{}").with("cartwright-delivery-attempt", "1").send();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "cartwright_events_received_total{" + ADDED + "}",
            "cartwright_events_processed_seconds_count{outcome=\"applied\"," + ADDED + "}",
            "cartwright_events_processed_seconds_count{outcome=\"duplicate\"," + ADDED + "}",
            "cartwright_events_processed_seconds_sum{outcome=\"applied\"," + ADDED + "}",
            "cartwright_events_late_total{" + ADDED + "}",
            "cartwright_events_restamped_total{" + ADDED + "}",
            "cartwright_events_dead_lettered_total{" + ADDED + "}",
            "cartwright_events_unhandled_total{type=\"undeclared\"}",
            "cartwright_rules_total{outcome=\"fired\",rule=\"on-product-added-store-event-sourcing\"}",
            "cartwright_batch_size_count",
            "cartwright_batch_size_sum",
            "cartwright_refolds_total"})
    void everything_that_happened_is_counted(String series) {
        assertThat(value(series)).isPositive();
    }

    @Test
    void gauges_that_several_servers_would_register_are_left_out() {
        assertThat(Call.get("/q/metrics").text()).contains("http_server").doesNotContain("vertx_http_connections");
    }

    @Test
    void what_did_not_happen_yet_is_a_number_too() {
        assertThat(value("cartwright_conflicts_total")).isNotNegative();
        for (int lane = 0; lane < 4; lane++) {
            assertThat(value("cartwright_lane_depth{lane=\"" + lane + "\"}")).isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules.yaml", "grafana.json"})
    void prometheus_asks_for_nothing_that_is_not_told(String file) throws IOException {
        var asked = SERIES.matcher(Files.readString(PROMETHEUS.resolve(file))).results().map(found -> found.group(1));
        assertThat(asked.collect(Collectors.toSet())).hasSizeGreaterThan(8).allSatisfy(name ->
                assertThat(Call.get("/q/metrics").text()).containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    void every_alert_has_a_runbook_and_every_runbook_an_alert() throws IOException {
        var named = RUNBOOK.matcher(Files.readString(PROMETHEUS.resolve("rules.yaml"))).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());
        Stream.of(Symptom.values()).forEach(symptom -> named.add(symptom.runbook() + ".md"));
        try (var pages = Files.list(PROMETHEUS.resolveSibling("runbooks"))) {
            assertThat(pages.map(page -> page.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    /** NaN where there is no such series. */
    private static double value(String series) {
        var line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)", Pattern.MULTILINE)
                .matcher(Call.get("/q/metrics").text());
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }
}
