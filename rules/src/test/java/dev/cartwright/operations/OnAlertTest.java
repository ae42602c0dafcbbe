package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.NINE;
import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.operations.AlertEvent.AlertStands;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import dev.cartwright.rules.testing.Emitted;
import dev.cartwright.rules.testing.Happening;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnAlertTest {

    private static final Happening RAISED = Happening.event(new AlertRaised("1", "cart", "critical",
            "2023-04-19T08:59:00.000000Z", "Requests are answered 5xx", "unanswered"));

    private static final Happening CLEARED = Happening.event(new AlertCleared("1"));
    private static final Happening STANDS = Happening.event(new AlertStands("1"));

    @Test
    void standsUntilItIsCleared() {
        given().when(RAISED).then(property(Alert.RAISED).is(true), property(Alert.SEVERITY).is("critical"),
                property(Alert.SINCE).is("2023-04-19T08:59:00.000000Z"));
        given(RAISED).when(CLEARED).then(property(Alert.RAISED).is(false));
    }

    @Test
    void somebodyIsToldWhenItIsRaisedAndWhenItIsCleared_onceEach() {
        given().when(RAISED.at(NINE), RAISED.at(NINE.plusSeconds(1)))
                .then(notice("raised").to("notice/1.2023-04-19T09:00:00.000000Z").with("runbook", "unanswered"),
                        nothingElseEmitted());
        given(RAISED.at(NINE)).when(CLEARED.at(NINE.plusSeconds(60)), CLEARED.at(NINE.plusSeconds(61)))
                .then(notice("cleared").with("service", "cart").with("severity", "critical"), nothingElseEmitted());
    }

    @Test
    void itIsToldAgainOnceItIsRaisedAgain() {
        given(RAISED.at(NINE), CLEARED.at(NINE.plusSeconds(1))).when(RAISED.at(NINE.plusSeconds(2)))
                .then(notice("raised"), nothingElseEmitted());
    }

    @Test
    void whatIsClearedBeforeItIsKnownIsToldAllTheSame() {
        given().when(CLEARED).then(notice("cleared").with("alert_id", "1"), nothingElseEmitted());
    }

    @Test
    void remindsEveryFiveMinutes_howeverManyInstancesShowIt() {
        given(RAISED.at(NINE)).when(STANDS.at(NINE.plusSeconds(299))).then(nothingElseEmitted());
        given(RAISED.at(NINE)).when(STANDS.at(NINE.plusSeconds(300)), STANDS.at(NINE.plusSeconds(301)),
                        STANDS.at(NINE.plusSeconds(599)))
                .then(notice("reminder").with("raised_at", "2023-04-19T09:00:00.000000Z")
                        .with("previous_at", "2023-04-19T09:00:00.000000Z"), nothingElseEmitted());
        given(RAISED.at(NINE), STANDS.at(NINE.plusSeconds(310))).when(STANDS.at(NINE.plusSeconds(600)))
                .then(notice("reminder").with("previous_at", "2023-04-19T09:05:10.000000Z"), nothingElseEmitted());
    }

    @Test
    void nobodyIsRemindedOfWhatStandsNoLonger() {
        given(RAISED.at(NINE), CLEARED.at(NINE.plusSeconds(1))).when(STANDS.at(NINE.plusSeconds(900)))
                .then(nothingElseEmitted());
        given().when(STANDS).then(nothingElseEmitted());
    }

    private static Emitted notice(String news) {
        return emitted(AlertNotice.class).with("news", news);
    }

    @ParameterizedTest
    @EnumSource
    void everySymptomHasARunbook(Symptom symptom) {
        assertThat(Path.of("..", "infra", "runbooks", symptom.runbook() + ".md")).matches(Files::exists, "exists");
    }
}
