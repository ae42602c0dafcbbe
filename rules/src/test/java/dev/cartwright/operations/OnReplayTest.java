package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.everyTenSeconds;
import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.operations.OperationsScenario.times;
import static dev.cartwright.operations.OperationsScenario.well;
import static dev.cartwright.operations.OperationsScenario.withReplays;
import static java.util.stream.Stream.concat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.InstanceEvent.FunctionStopped;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.InstanceEvent.InstanceLost;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.testing.Happening;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When an instance tells that it folded many subjects again. */
class OnReplayTest {

    @Test
    void waveIsToldOnceItIsOver_withAllThatWereFoldedSinceItBegan() {
        var wave = concat(times(2, well()), Stream.of(withReplays(600), withReplays(40), withReplays(10)));
        assertThat(told(concat(wave, times(2, withReplays(2))))).isEmpty();
        wave = concat(times(2, well()), Stream.of(withReplays(600), withReplays(40), withReplays(10)));
        assertThat(told(concat(wave, times(20, withReplays(2)))))
                .containsExactly("656 since 2023-04-19T09:00:20.000000Z until 2023-04-19T09:00:40.000000Z");
    }

    @Test
    void fewLateEventsAreNoWave_howeverLongTheyGoOn() {
        assertThat(told(concat(times(100, withReplays(49)), times(5, well())))).isEmpty();
    }

    @Test
    void whatSwaysIsOneWave() {
        var sways = Stream.of(withReplays(50), withReplays(9), withReplays(9), withReplays(60), withReplays(9),
                withReplays(9), withReplays(10));
        assertThat(told(concat(sways, times(3, well())))).singleElement().asString().startsWith("156 ");
    }

    @Test
    void waveThatEndsWithItsInstanceIsToldAllTheSame() {
        var past = everyTenSeconds(Stream.of(withReplays(60), withReplays(70)));
        var stopped = Happening.event(new FunctionStopped("cart.a", "cart", "r1"))
                .at(OperationsScenario.NINE.plusSeconds(20));
        var lost = Happening.event(new InstanceLost("cart.a", "cart", "2023-04-19T09:00:10.000000Z"))
                .at(OperationsScenario.NINE.plusSeconds(65));
        assertThat(told(given(past).when(stopped, lost).followUps())).singleElement().asString().startsWith("130 ");
        assertThat(told(given(past).when(lost).followUps())).singleElement().asString().startsWith("130 ");
    }

    private static List<String> told(Stream<HealthSampled> samples) {
        return told(given().when(everyTenSeconds(samples)).followUps());
    }

    private static List<String> told(List<FollowUp> followUps) {
        return followUps.stream().filter(event -> event.type().equals("subjects-replayed")).map(FollowUp::data)
                .map(data -> data.get("subjects").asText() + " since " + data.get("since").asText() + " until "
                        + data.get("until").asText()).toList();
    }
}
