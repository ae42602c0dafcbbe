package dev.cartwright.sre;

import static dev.cartwright.sre.Somewhere.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.Alert;
import dev.cartwright.operations.Incident;
import dev.cartwright.operations.Incident.Entry;
import dev.cartwright.operations.Instance;
import dev.cartwright.operations.Service;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** While a store is away nothing can be written down; afterwards the record is as if somebody had. */
class OutageTest {

    private static final String INCIDENT = "cart.bigtable-away.1";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Works works = new Works();
    private final Somewhere place = new Somewhere();
    private final Reporter one = place.instance("one", works.broker(), new NobodyElse());
    /** No two take a sample in the same microsecond. */
    private final Reporter two = place.instance("two", works.broker(), new NobodyElse(), Duration.ofSeconds(1));

    @BeforeEach
    void start() {
        one.start();
        two.start();
        place.passes(MINUTE, one, two);
        works.process();
    }

    @AfterEach
    void close() {
        works.close();
    }

    @Test
    void whileAStoreIsAwaySamplesWaitWithTheirOwnTimes() {
        place.bigtableAway = true;
        place.passes(MINUTE, one, two);
        assertThat(one.waiting()).isEqualTo(6);
        assertThat(works.published("health-sampled")).hasSize(12);

        place.bigtableAway = false;
        place.passes(Duration.ofSeconds(10), one);
        assertThat(one.waiting()).isZero();
        assertThat(works.published("health-sampled")).extracting(event -> event.getTime().toInstant())
                .contains(NINE.plusSeconds(60), NINE.plusSeconds(110));
    }

    @Test
    void incidentOpensAtItsTrueStartAndResolves() {
        place.bigtableAway = true;
        place.passes(MINUTE.multipliedBy(5), one, two);
        place.bigtableAway = false;
        place.passes(MINUTE.multipliedBy(2), one, two);
        works.process();

        var incident = works.state("incident/" + INCIDENT);
        assertThat(incident.get(Incident.SINCE)).contains("2023-04-19T09:01:00.000000Z");
        assertThat(incident.get(Incident.STATE)).contains("resolved");
        assertThat(incident.get(Incident.IMPACT)).contains("critical");
        assertThat(incident.get(Incident.RESOLVED_AT).orElseThrow()).startsWith("2023-04-19T09:07:21");
        assertThat(incident.get(Incident.TIMELINE).orElseThrow()).extracting(Entry::state)
                .containsExactly("investigating", "identified", "identified", "monitoring", "resolved");
        var alert = works.state("alert/" + INCIDENT);
        assertThat(alert.get(Alert.RAISED)).contains(false);
        assertThat(alert.get(Alert.RUNBOOK)).contains("bigtable-away");
        assertThat(works.published("incident-opened")).singleElement()
                .satisfies(opened -> assertThat(opened.getTime().toInstant())
                        .isBetween(NINE.plusSeconds(70), NINE.plusSeconds(71)));
    }

    /** What each of them has to tell comes late to what the other told; for some the hour turns between the two. */
    @ParameterizedTest
    @CsvSource({"0, -3", "0, 3", "3540, -3", "3537, 4"})
    void instancesThatCatchUpOneAfterTheOtherTellOfOneIncident(int secondsLater, int secondsApart) {
        place.now = NINE.plusSeconds(secondsLater);
        var elsewhere = new Somewhere();
        elsewhere.now = place.now.plusSeconds(secondsApart);
        var three = elsewhere.instance("three", works.broker(), new NobodyElse());
        three.start();
        for (var one : List.of(place, elsewhere)) {
            var reporter = one == place ? this.one : three;
            one.passes(MINUTE, reporter);
            one.bigtableAway = true;
            one.passes(MINUTE.multipliedBy(5), reporter);
            one.bigtableAway = false;
            one.passes(MINUTE.multipliedBy(2), reporter);
            works.process();
        }
        assertThat(works.published("incident-opened")).extracting(CloudEvent::getSubject).hasSizeBetween(1, 2)
                .containsOnly("incident/cart.bigtable-away.1");
        assertThat(works.state("service/cart").get(Service.INCIDENTS).orElseThrow()).hasSize(1);
        assertThat(works.state("incident/" + INCIDENT).get(Incident.STATE)).contains("resolved");
        assertThat(works.state("alert/" + INCIDENT).get(Alert.RAISED)).contains(false);
    }

    @Test
    void whatIsSentTwiceIsCountedOnce() {
        place.bigtableAway = true;
        place.passes(MINUTE, one);
        place.bigtableAway = false;
        place.passes(MINUTE, one);
        var again = works.published("health-sampled").stream()
                .map(event -> new Publication(event, "operations")).toList();
        works.process();
        long version = works.state("instance/cart.one").version();
        works.broker().publish(again);
        works.process();
        assertThat(works.state("instance/cart.one").version()).isEqualTo(version);
        assertThat(works.published("incident-opened")).hasSize(1);
    }

    @Test
    void goodbyeIsKept() {
        one.stop();
        works.process();
        assertThat(works.state("instance/cart.one").get(Instance.RUNNING)).contains(false);
        assertThat(works.state("service/cart").properties().get("instances")).isEqualTo(Map.of("cart.two", "r1"));
    }

    @Test
    void anHourIsRemembered_andHowItBegan() {
        place.bigtableAway = true;
        place.passes(Duration.ofHours(2), one);
        assertThat(one.waiting()).isEqualTo(Backlog.MOST);
        place.bigtableAway = false;
        place.passes(Duration.ofSeconds(10), one);
        assertThat(works.published("health-sampled")).extracting(event -> event.getTime().toInstant())
                .contains(NINE.plusSeconds(60), NINE.plusSeconds(7_250)).doesNotContain(NINE.plusSeconds(70));
    }
}
