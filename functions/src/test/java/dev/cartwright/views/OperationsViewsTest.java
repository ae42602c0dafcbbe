package dev.cartwright.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.operations.IncidentEvent.IncidentClosed;
import dev.cartwright.operations.IncidentEvent.IncidentUpdated;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.RuleSetVersion;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those see who keep the shop running, over a real Redis and Google's emulator. */
class OperationsViewsTest {

    private static final RuleSetVersion RULES = new RuleSetVersion(5, "five");

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
    private Instant now = start.plus(Duration.ofMinutes(30));
    private final ViewInstance instance = new ViewInstance(RULES, () -> now);
    private final Operated operated = Operated.somewhere();
    private final String incident = operated.service() + ".bigtable-away.1";

    @BeforeEach
    void forget() {
        ViewInstance.forget();
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void service_is_operational_with_its_instances_and_what_they_told_last() {
        begin("a", "b");
        instance.process(List.of(operated.well("a", start.plusSeconds(10))));
        var row = row("services");
        assertThat(row.fieldNames()).toIterable().containsExactly("service", "state", "instances", "revisions",
                "updated_at", "objective", "availability", "budget_left", "days", "incidents");
        assertThat(row.path("state").asText()).isEqualTo("operational");
        assertThat(row.path("objective").asDouble()).isEqualTo(0.999);
        assertThat(row.path("availability").isNull()).isTrue();
        assertThat(texts(row.path("revisions"))).containsExactly("r1");
        var one = row.path("instances").path(0);
        assertThat(one.path("instance").asText()).isEqualTo(operated.id("a"));
        assertThat(one.path("running").asBoolean()).isTrue();
        assertThat(one.path("heard_at").asText()).startsWith(start.plusSeconds(10).toString().substring(0, 19));
        assertThat(one.path("sample").path("work").path("p99_ms").asInt()).isEqualTo(50);
        assertThat(row.path("instances").path(1).path("sample").isNull()).isTrue();
    }

    @Test
    void store_that_is_away_is_an_incident_and_an_alert_until_it_is_over() {
        begin("a");
        instance.process(away(1, 4));
        assertThat(row("services").path("state").asText()).isEqualTo("major-outage");
        assertThat(texts(row("services").path("incidents"))).containsExactly(incident);
        assertThat(row("incidents").path("state").asText()).isEqualTo("identified");
        assertThat(row("incidents").path("resolved_at").isNull()).isTrue();
        assertThat(row("alerts").path("raised").asBoolean()).isTrue();
        instance.process(well(5, 20));
        assertThat(row("services").path("state").asText()).isEqualTo("operational");
        assertThat(row("services").path("incidents")).isEmpty();
        var over = row("incidents");
        assertThat(over.fieldNames()).toIterable().containsExactly("incident_id", "service", "symptom", "severity",
                "impact", "state", "since", "resolved_at", "summary", "runbook", "timeline", "left_out");
        assertThat(over.path("state").asText()).isEqualTo("resolved");
        assertThat(over.path("since").asText()).startsWith(start.plusSeconds(10).toString().substring(0, 19));
        assertThat(over.path("timeline").path(0).fieldNames()).toIterable()
                .containsExactly("time", "state", "message", "by");
        var alert = row("alerts");
        assertThat(alert.fieldNames()).toIterable().containsExactly("alert_id", "service", "severity", "raised",
                "since", "cleared_at", "summary", "runbook");
        assertThat(alert.path("cleared_at").isNull()).isFalse();
        assertThat(kinds()).containsExactly("incident-resolved", "incident-opened", "deploy", "instance-started");
    }

    @Test
    void what_an_operator_says_is_shown_and_what_he_closes_is_closed() {
        begin("a");
        instance.process(away(1, 4));
        instance.process(List.of(Operated.event("incident-updated", "incident/" + incident, start.plusSeconds(60),
                new IncidentUpdated(incident, "monitoring", "minor", "We know", "Ada"))));
        assertThat(row("services").path("state").asText()).isEqualTo("degraded");
        assertThat(row("incidents").path("timeline").findValuesAsText("by")).contains("Ada");
        instance.process(List.of(Operated.event("incident-closed", "incident/" + incident, start.plusSeconds(61),
                new IncidentClosed(incident, "We live with it", "Ada"))));
        assertThat(row("services").path("state").asText()).isEqualTo("operational");
        assertThat(row("alerts").path("raised").asBoolean()).isFalse();
    }

    @Test
    void service_whose_last_instance_fell_silent_is_silent() {
        begin("a", "b");
        instance.process(List.of(operated.silent("a", start.plusSeconds(60))));
        assertThat(row("services").path("state").asText()).isEqualTo("partial-outage");
        instance.process(List.of(operated.silent("b", start.plusSeconds(70))));
        assertThat(row("services").path("state").asText()).isEqualTo("silent");
        instance.process(List.of(operated.started("c", "r1", start.plusSeconds(80))));
        assertThat(row("services").path("state").asText()).isEqualTo("operational");
    }

    @Test
    void service_that_has_no_instance_for_a_night_is_asleep_and_after_thirty_days_it_is_gone() {
        begin("a");
        instance.process(List.of(operated.stopped("a", start.plusSeconds(10))));
        assertThat(row("services").path("state").asText()).isEqualTo("asleep");
        assertThat(row("services").path("instances")).isEmpty();
        later(Duration.ofDays(29));
        assertThat(row("services").path("state").asText()).isEqualTo("asleep");
        later(Duration.ofDays(31));
        assertThat(rows(instance, "services")).isEmpty();
    }

    @Test
    void service_whose_instances_died_unseen_is_gone_after_thirty_days_too() {
        begin("a");
        instance.process(List.of(operated.well("a", start.plusSeconds(10))));
        later(Duration.ofDays(31));
        assertThat(rows(instance, "services")).isEmpty();
        instance.process(List.of(operated.well("a", now.minusSeconds(60))));
        assertThat(row("services").path("state").asText()).isEqualTo("operational");
    }

    @Test
    void service_with_an_incident_that_nobody_closed_stays() {
        begin("a");
        instance.process(List.of(operated.silent("a", start.plusSeconds(60))));
        later(Duration.ofDays(60));
        assertThat(row("services").path("state").asText()).isEqualTo("silent");
    }

    @Test
    void of_a_long_timeline_the_beginning_and_the_newest_lines_are_told() {
        begin("a");
        instance.process(away(1, 4));
        instance.process(IntStream.range(0, 20).mapToObj(i -> Operated.event("incident-updated",
                "incident/" + incident, start.plusSeconds(60 + i),
                new IncidentUpdated(incident, null, null, "News " + i, "Ada"))).toList());
        var row = row("incidents");
        assertThat(row.path("timeline").findValuesAsText("message")).hasSize(7).endsWith("News 18", "News 19")
                .first().asString().startsWith("Bigtable does not answer, since");
        assertThat(row.path("left_out").asInt()).isEqualTo(15);
    }

    @Test
    void requests_of_days_are_availability_and_budget() {
        begin("a");
        instance.process(List.of(counted(now, 9_000, 0), counted(now, 1_000, 5)));
        var row = row("services");
        assertThat(row.path("availability").asDouble()).isEqualTo(0.9995);
        assertThat(row.path("budget_left").asDouble()).isEqualTo(0.5);
        var today = row.path("days").path(row.path("days").size() - 1);
        assertThat(today.fieldNames()).toIterable().containsExactly("day", "requests", "errors", "availability");
        assertThat(today.path("day").asText()).isEqualTo(now.toString().substring(0, 10));
        assertThat(today.path("requests").asLong()).isEqualTo(10_000);
    }

    @Test
    void everything_is_the_same_when_it_was_made_anew_from_the_log() {
        begin("a", "b");
        instance.process(away(1, 4));
        instance.process(well(5, 50));
        instance.process(List.of(operated.silent("b", start.plusSeconds(600)), counted(now, 10, 1)));
        var told = told();
        assertThat(told).allSatisfy(row -> assertThat(row).isNotEqualTo("null"));
        ViewInstance.forget();
        assertThat(told()).isEqualTo(told);
        try (var other = new ViewInstance(new RuleSetVersion(6, "six"), () -> now)) {
            assertThat(Stream.of("services", "incidents", "alerts", "activity")
                    .map(view -> rows(other, view).toString()).toList()).isEqualTo(told);
        }
    }

    private void later(Duration time) {
        now = start.plus(time);
    }

    private List<String> told() {
        return Stream.of("services", "incidents", "alerts", "activity")
                .map(view -> rows(instance, view).toString()).toList();
    }

    private void begin(String... instances) {
        instance.process(Stream.of(instances).map(name -> operated.started(name, "r1", start)).toList());
    }

    private List<CloudEvent> away(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> operated.withoutBigtable("a", start.plusSeconds(10L * i)))
                .toList();
    }

    private List<CloudEvent> well(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> operated.well("a", start.plusSeconds(10L * i))).toList();
    }

    private CloudEvent counted(Instant time, long requests, long errors) {
        var day = operated.service() + '.' + time.toString().substring(0, 10);
        return Operated.event("requests-counted", "availability/" + day, time,
                new RequestsCounted(day, requests, errors));
    }

    private List<String> kinds() {
        return rows(instance, "activity").stream().map(row -> row.path("kind").asText()).toList();
    }

    private JsonNode row(String view) {
        var rows = rows(instance, view);
        assertThat(rows).as(view).hasSize(1);
        return rows.get(0);
    }

    /** Of this service alone. */
    private List<JsonNode> rows(ViewInstance asked, String view) {
        try {
            return StreamSupport.stream(Json.MAPPER.readTree(asked.view(view, Map.of())).spliterator(), false)
                    .filter(row -> row.path("service").asText().equals(operated.service())).toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
