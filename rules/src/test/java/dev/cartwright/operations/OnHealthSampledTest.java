package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.NINE;
import static dev.cartwright.operations.OperationsScenario.everyTenSeconds;
import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.operations.OperationsScenario.started;
import static dev.cartwright.operations.OperationsScenario.times;
import static dev.cartwright.operations.OperationsScenario.well;
import static dev.cartwright.operations.OperationsScenario.withDeadLetters;
import static dev.cartwright.operations.OperationsScenario.withErrors;
import static dev.cartwright.operations.OperationsScenario.withLatency;
import static dev.cartwright.operations.OperationsScenario.withoutBigtable;
import static dev.cartwright.operations.OperationsScenario.withoutRedis;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static java.util.stream.Stream.concat;
import static java.util.stream.Stream.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.SymptomCeased;
import dev.cartwright.operations.ServiceEvent.SymptomNoticed;
import dev.cartwright.operations.ServiceEvent.SymptomOver;
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.testing.Happening;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnHealthSampledTest {

    /** Of samples. */
    private static final int HOUR = 360;

    @Test
    void keepsTheLastSample() {
        given(started("a").at(NINE)).when(Happening.event(withLatency(77)).at(NINE.plusSeconds(10)))
                .then(property(Instance.SAMPLE).is(withLatency(77)), property(Instance.RUNNING).is(true),
                        property(Instance.HEARD_AT).is("2023-04-19T09:00:10.000000Z"), nothingElseEmitted());
    }

    @Test
    void storeThatIsAwayIsNoticedSinceItsFirstSample_ceasesAndIsOver() {
        given().when(everyTenSeconds(concat(times(3, well()), concat(times(4, withoutRedis()), times(9, well())))))
                .then(emitted(InstanceJoined.class),
                        emitted(SymptomNoticed.class).to("service/cart").with("symptom", "redis-away")
                                .with("instance", "cart.a").with("since", "2023-04-19T09:00:30.000000Z"),
                        emitted(SymptomCeased.class).with("symptom", "redis-away"),
                        emitted(SymptomOver.class).with("symptom", "redis-away"),
                        nothingElseEmitted());
    }

    @Test
    void oneSlowAnswerOfAStoreIsNoOutage() {
        assertThat(told(of(well(), withoutBigtable(), well(), withoutBigtable(), well()))).isEmpty();
        assertThat(told(of(well(), withoutRedis(), well(), withoutRedis(), well()))).isEmpty();
    }

    @Test
    void whatSwaysBetweenBadAndWellNeitherCeasesNorIsNoticedAgain() {
        var sways = Stream.generate(() -> of(withErrors(100, 3), withErrors(100, 6))).limit(20).flatMap(two -> two);
        assertThat(told(concat(times(3, withErrors(100, 6)), sways))).filteredOn(words -> words.endsWith(" errors"))
                .containsExactly("symptom-noticed errors");
    }

    @Test
    void relapseIsTheSameSymptom() {
        var relapse = concat(times(2, withoutRedis()), concat(times(5, well()), times(1, withoutRedis())));
        assertThat(told(relapse)).containsExactly("symptom-noticed redis-away", "symptom-ceased redis-away",
                "symptom-noticed redis-away");
    }

    @Test
    void errorsWhileAStoreIsAwayHaveACauseAlready() {
        var away = OperationsScenario.sample(withErrors(9, 9).work(), withoutBigtable().stores());
        assertThat(told(times(10, away))).containsExactly("symptom-noticed bigtable-away",
                "symptom-noticed burns-fast");
    }

    @Test
    void slowEventsAreNoticedAfterAMinute() {
        assertThat(told(times(5, withLatency(2_500)))).isEmpty();
        assertThat(told(times(6, withLatency(2_500)))).containsExactly("symptom-noticed slow");
    }

    @Test
    void deadLetterIsNoticedAtOnce_andCeasesAfterFiveMinutes() {
        assertThat(told(concat(of(withDeadLetters(1)), times(29, well()))))
                .containsExactly("symptom-noticed dead-letters");
        assertThat(told(concat(of(withDeadLetters(1)), times(30, well()))))
                .containsExactly("symptom-noticed dead-letters", "symptom-ceased dead-letters");
    }

    @Test
    void budgetThatBurnsFourteenTimesTooFastIsNoticed_thatBurnsTenTimesIsNoticedAsSteady() {
        assertThat(burns(times(HOUR, withErrors(1_000, 15)))).containsExactly("symptom-noticed burns-fast");
        assertThat(burns(times(6 * HOUR, withErrors(1_000, 10)))).containsExactly("symptom-noticed burns-steadily");
        assertThat(burns(times(6 * HOUR, withErrors(1_000, 5)))).isEmpty();
    }

    /** 52 seconds without an answer take too much of the budget for an hour's requests, 130 of that for six hours'. */
    @ParameterizedTest
    @ValueSource(ints = {0, 12, HOUR, 7 * HOUR})
    void outageWeighsTheSameHoweverLongTheInstanceHasBeenHeardOf(int samplesBefore) {
        assertThat(burns(outage(samplesBefore, 4))).isEmpty();
        assertThat(burns(outage(samplesBefore, 7))).containsExactly("symptom-noticed burns-fast");
        assertThat(burns(outage(samplesBefore, 14))).containsExactly("symptom-noticed burns-fast",
                "symptom-noticed burns-steadily");
    }

    @Test
    void budgetIsOfWhatWasAskedInTheWindow_notLongBefore() {
        var past = concat(outage(12, 14), times(7 * HOUR, withErrors(100, 0)));
        assertThat(burns(concat(past, times(4, withErrors(100, 100))))).containsExactly("symptom-noticed burns-fast",
                "symptom-noticed burns-steadily", "symptom-ceased burns-fast", "symptom-over burns-fast",
                "symptom-ceased burns-steadily", "symptom-over burns-steadily");
    }

    @Test
    void symptomThatStandsIsToldEveryFiveMinutes() {
        var outage = concat(times(60, withoutRedis()), concat(times(3, well()), times(60, well())));
        given().when(everyTenSeconds(outage)).then(emitted(InstanceJoined.class), emitted(SymptomNoticed.class),
                emitted(SymptomStands.class).to("service/cart").with("symptom", "redis-away"),
                emitted(SymptomStands.class), emitted(SymptomCeased.class), emitted(SymptomOver.class),
                emitted(RequestsCounted.class), emitted(RequestsCounted.class), emitted(RequestsCounted.class),
                emitted(RequestsCounted.class), nothingElseEmitted());
    }

    @Test
    void fewErrorsWakeNobody_whateverShareTheyAre() {
        var quiet = withErrors(1, 0);
        assertThat(burns(concat(times(HOUR, quiet), times(9, withErrors(1, 1))))).isEmpty();
        assertThat(burns(concat(times(HOUR, quiet), times(10, withErrors(1, 1))))).containsExactly(
                "symptom-noticed burns-fast");
    }

    @Test
    void whoIsHeardOfAgainJoinsAgain() {
        given(Happening.event(well()).at(NINE)).when(Happening.event(well()).at(NINE.plusSeconds(46)))
                .then(emitted(InstanceJoined.class).to("service/cart").with("revision", "r1"), nothingElseEmitted());
    }

    private static Stream<HealthSampled> outage(int samplesBefore, int samples) {
        return concat(times(samplesBefore, withErrors(100, 0)), times(samples, withErrors(100, 100)));
    }

    private static List<String> burns(Stream<HealthSampled> samples) {
        return told(samples).stream().filter(words -> words.contains("burns")).toList();
    }

    private static List<String> told(Stream<HealthSampled> samples) {
        return given().when(everyTenSeconds(samples)).followUps().stream()
                .filter(followUp -> followUp.type().startsWith("symptom-") && !followUp.type().equals("symptom-stands"))
                .map(OnHealthSampledTest::words).toList();
    }

    private static String words(FollowUp followUp) {
        return followUp.type() + ' ' + followUp.data().get("symptom").asText();
    }
}
