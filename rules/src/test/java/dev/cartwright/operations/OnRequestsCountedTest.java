package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.everyTenSeconds;
import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.operations.OperationsScenario.times;
import static dev.cartwright.operations.OperationsScenario.withErrors;
import static dev.cartwright.rules.testing.Expectations.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.operations.InstanceEvent.FunctionStopped;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.InstanceEvent.InstanceLost;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.rules.testing.Outcome;
import dev.cartwright.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnRequestsCountedTest {

    @Test
    void instanceTellsOfEachFiveMinutesWhenTheyAreOver() {
        assertThat(told(times(30, withErrors(100, 1)))).isEmpty();
        assertThat(told(times(31, withErrors(100, 1)))).containsExactly("availability/cart.2023-04-19 3000 30");
        assertThat(told(times(61, withErrors(100, 1)))).hasSize(2);
    }

    @Test
    void minutesInWhichNobodyAskedAreNotTold() {
        assertThat(told(times(61, withErrors(0, 0)))).isEmpty();
    }

    @Test
    void whatIsNotOverYetIsToldWhenTheInstanceEnds() {
        var past = everyTenSeconds(times(3, withErrors(100, 1)));
        var stopped = Happening.event(new FunctionStopped("cart.a", "cart", "r1"))
                .at(OperationsScenario.NINE.plusSeconds(30));
        assertThat(given(past).when(stopped).followUps()).filteredOn(event -> event.type().equals("requests-counted"))
                .extracting(event -> event.data().get("requests").asLong()).containsExactly(300L);
    }

    /** Killed with three samples told; what it said when it was heard last counts, too. */
    @Test
    void whatAnInstanceThatIsMissedHadCountedIsHandedOverForIt_once() {
        var past = everyTenSeconds(times(3, withErrors(100, 1)));
        assertThat(counts(given(past).when(lost(20, 65)))).containsExactly("300 3");
        assertThat(counts(given(concat(past, lost(20, 65))).when(lost(20, 66)))).isEmpty();
        assertThat(given(past).when(lost(20, 65)).state().get(Instance.RUNNING)).contains(false);
    }

    @Test
    void whoLivesThoughItWasMissedHandsOverTheRestItself() {
        var samples = everyTenSeconds(times(31, withErrors(100, 1)));
        var past = Stream.of(samples).filter(sample -> !isBetween(sample, 20, 65)).toList();
        var all = new ArrayList<>(past.subList(0, 3));
        all.add(lost(20, 65));
        all.addAll(past.subList(3, past.size()));
        assertThat(counts(given().when(all.toArray(Happening[]::new)))).containsExactly("300 3", "2300 23");
    }

    /** It could tell nobody for a while: what it kept comes after it was missed, with times from before. */
    @Test
    void whatComesLateFromOneThatWasMissedIsNotCountedAsIfItHadBeenHeard() {
        var samples = everyTenSeconds(times(31, withErrors(100, 1)));
        var all = new ArrayList<>(List.of(samples).subList(0, 7));
        all.add(lost(20, 65));
        assertThat(counts(given().when(all.toArray(Happening[]::new)))).containsExactly("300 3");
        assertThat(given().when(all.toArray(Happening[]::new)).state().get(Instance.RUNNING)).contains(true);
        all.addAll(List.of(samples).subList(7, 31));
        assertThat(counts(given().when(all.toArray(Happening[]::new)))).containsExactly("300 3", "2700 27");
    }

    private static boolean isBetween(Happening sample, int after, int until) {
        return sample.time().isAfter(OperationsScenario.NINE.plusSeconds(after))
                && !sample.time().isAfter(OperationsScenario.NINE.plusSeconds(until));
    }

    private static Happening[] concat(Happening[] past, Happening next) {
        return Stream.concat(Stream.of(past), Stream.of(next)).toArray(Happening[]::new);
    }

    /** A pulse is rounded to milliseconds, which may be before the sample that it came with. */
    private static Happening lost(int since, int at) {
        return Happening.event(new InstanceLost("cart.a", "cart",
                Rfc3339.format(OperationsScenario.NINE.plusSeconds(since).minusNanos(1_000))))
                .at(OperationsScenario.NINE.plusSeconds(at));
    }

    private static List<String> counts(Outcome outcome) {
        return outcome.followUps().stream().filter(event -> event.type().equals("requests-counted"))
                .map(event -> event.data().get("requests") + " " + event.data().get("errors")).toList();
    }

    @Test
    void daysAreSumsInAnyOrder() {
        given().when(counted(1000, 1), counted(500, 2)).then(property(Availability.REQUESTS).is(1500L),
                property(Availability.ERRORS).is(3L));
        assertThat(Shop.rules().isOrderFree("requests-counted")).isTrue();
    }

    private static Happening counted(long requests, long errors) {
        return Happening.event(new RequestsCounted("cart.2023-04-19", requests, errors));
    }

    private static List<String> told(Stream<HealthSampled> samples) {
        return given().when(everyTenSeconds(samples)).followUps().stream()
                .filter(event -> event.type().equals("requests-counted"))
                .map(event -> event.subject() + ' ' + event.data().get("requests") + ' ' + event.data().get("errors"))
                .toList();
    }
}
