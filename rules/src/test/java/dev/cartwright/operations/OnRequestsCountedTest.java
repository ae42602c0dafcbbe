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
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.shop.Shop;
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
