package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.shop.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnAlertTest {

    private static final Happening RAISED = Happening.event(new AlertRaised("1", "cart", "critical",
            "2023-04-19T08:59:00.000000Z", "Requests are answered 5xx", "unanswered"));

    @Test
    void standsUntilItIsCleared() {
        given().when(RAISED).then(property(Alert.RAISED).is(true), property(Alert.SEVERITY).is("critical"),
                property(Alert.SINCE).is("2023-04-19T08:59:00.000000Z"), nothingElseEmitted());
        given(RAISED).when(Happening.event(new AlertCleared("1"))).then(property(Alert.RAISED).is(false));
    }

    @Test
    void itDoesNotMatterWhichOfTheTwoComesFirst() {
        assertThat(Shop.rules().isOrderFree("alert-raised")).isTrue();
        assertThat(Shop.rules().isOrderFree("alert-cleared")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everySymptomHasARunbook(Symptom symptom) {
        assertThat(Path.of("..", "infra", "runbooks", symptom.runbook() + ".md")).matches(Files::exists, "exists");
    }
}
