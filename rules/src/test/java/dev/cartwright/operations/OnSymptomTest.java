package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.NINE;
import static dev.cartwright.operations.OperationsScenario.ceased;
import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.operations.OperationsScenario.joined;
import static dev.cartwright.operations.OperationsScenario.noticed;
import static dev.cartwright.operations.OperationsScenario.over;
import static dev.cartwright.operations.Symptom.DEAD_LETTERS;
import static dev.cartwright.operations.Symptom.ERRORS;
import static dev.cartwright.operations.Symptom.REDIS_AWAY;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;

import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.operations.AlertEvent.AlertStands;
import dev.cartwright.operations.IncidentEvent.IncidentOpened;
import dev.cartwright.operations.IncidentEvent.IncidentResolved;
import dev.cartwright.operations.IncidentEvent.IncidentUpdated;
import dev.cartwright.operations.InstanceEvent.InstanceLost;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.ServiceUpdated;
import dev.cartwright.operations.ServiceEvent.SymptomDismissed;
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import dev.cartwright.rules.testing.Happening;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnSymptomTest {

    private static final String ERRORS_ID = "cart.errors.1";

    @Test
    void opensAnIncidentAtItsTrueStart_andRaisesAnAlertWithARunbook() {
        given(joined("a"), joined("b"), joined("c")).when(noticed(ERRORS, "a"))
                .then(emitted(IncidentOpened.class).to("incident/" + ERRORS_ID).with("impact", "minor")
                                .with("since", "2023-04-19T08:59:00.000000Z").with("severity", "critical"),
                        emitted(AlertRaised.class).to("alert/" + ERRORS_ID).with("runbook", "unanswered"),
                        nothingElseEmitted());
    }

    @Test
    void whatIsItsOwnCauseIsIdentifiedAtOnce() {
        given(joined("a")).when(noticed(REDIS_AWAY, "a"))
                .then(emitted(IncidentOpened.class).with("impact", "critical"),
                        emitted(IncidentUpdated.class).with("state", "identified"), emitted(AlertRaised.class),
                        nothingElseEmitted());
    }

    @Test
    void escalatesWithEveryInstanceThatMakesItWorse() {
        given(joined("a"), joined("b"), joined("c"), noticed(ERRORS, "a")).when(noticed(ERRORS, "b"))
                .then(emitted(IncidentUpdated.class).to("incident/" + ERRORS_ID).with("impact", "major")
                        .with("message", "2 of 3 instances show it"), nothingElseEmitted());
        given(joined("a"), joined("b"), joined("c"), noticed(ERRORS, "a"), noticed(ERRORS, "b"))
                .when(noticed(ERRORS, "c"))
                .then(emitted(IncidentUpdated.class).with("impact", "critical"), nothingElseEmitted());
    }

    @Test
    void warningsDoNotEscalate() {
        given(joined("a"), noticed(DEAD_LETTERS, "a")).when(noticed(DEAD_LETTERS, "b")).then(nothingElseEmitted());
    }

    @Test
    void isWatchedOnceTheLastInstanceIsWell_andResolvedOnceItStayedSo() {
        given(joined("a"), joined("b"), noticed(ERRORS, "a"), noticed(ERRORS, "b"))
                .when(ceased(ERRORS, "a"), ceased(ERRORS, "b"))
                .then(emitted(IncidentUpdated.class).with("state", "monitoring"),
                        emitted(AlertCleared.class).to("alert/" + ERRORS_ID), nothingElseEmitted());
        given(noticed(ERRORS, "a"), noticed(ERRORS, "b"), ceased(ERRORS, "a"), ceased(ERRORS, "b"), over(ERRORS, "a"))
                .when(over(ERRORS, "b"))
                .then(emitted(IncidentResolved.class).to("incident/" + ERRORS_ID), nothingElseEmitted());
    }

    @Test
    void relapseRaisesTheAlertAgainAndIsTheSameIncident() {
        given(joined("a"), noticed(ERRORS, "a"), ceased(ERRORS, "a")).when(noticed(ERRORS, "a"))
                .then(emitted(IncidentUpdated.class).to("incident/" + ERRORS_ID).with("state", "investigating"),
                        emitted(AlertRaised.class), nothingElseEmitted());
    }

    @Test
    void instanceThatEndsTakesItsSymptomsAlong() {
        given(joined("a"), noticed(ERRORS, "a")).when(Happening.event(new InstanceLeft("cart", "a")))
                .then(emitted(AlertCleared.class), emitted(IncidentResolved.class), nothingElseEmitted(),
                        property(Service.INSTANCES).is(Map.of()));
    }

    @Test
    void silentInstanceIsAnIncident_untilAnotherTakesItsPlace() {
        given(joined("a")).when(silent("a"))
                .then(emitted(IncidentOpened.class).with("symptom", "silent"), emitted(IncidentUpdated.class),
                        emitted(AlertRaised.class).with("runbook", "instance-down"), emitted(InstanceLost.class),
                        nothingElseEmitted());
        given(joined("a"), silent("a")).when(joined("b"))
                .then(emitted(AlertCleared.class), emitted(IncidentResolved.class), nothingElseEmitted());
    }

    @Test
    void silentInstanceThatAnotherReplacedAlreadyWasAnIncident_whichNobodyIsWokenFor() {
        given(joined("a"), joined("b").at(NINE.plusSeconds(20))).when(silent("a").at(NINE.plusSeconds(60)))
                .then(emitted(IncidentOpened.class).with("symptom", "silent")
                                .with("since", "2023-04-19T09:00:15.000000Z"),
                        emitted(IncidentResolved.class).with("message", "Another instance took its place"),
                        emitted(InstanceLost.class), nothingElseEmitted());
        given(joined("a"), joined("b"), silent("b").at(NINE.plusSeconds(60)), joined("c").at(NINE.plusSeconds(70)))
                .when(joined("d").at(NINE.plusSeconds(80))).then(nothingElseEmitted());
    }

    @Test
    void silenceConcernsAsMuchOfTheServiceAsIsSilent() {
        given(joined("a"), joined("b"), joined("c")).when(silent("a"))
                .then(emitted(IncidentOpened.class).with("impact", "minor"), emitted(IncidentUpdated.class),
                        emitted(AlertRaised.class), emitted(InstanceLost.class), nothingElseEmitted());
        given(joined("a"), joined("b"), joined("c"), silent("a")).when(silent("b"))
                .then(emitted(IncidentUpdated.class).with("impact", "major").with("message",
                        "2 of 3 instances show it"), emitted(InstanceLost.class), nothingElseEmitted());
    }

    /** Whoever comes late tells of it as if nobody else had: what both tell is recorded, and must be one. */
    @Test
    void whicheverInstanceIsFirst_alsoAboutTheTurnOfAnHour_itIsTheSameIncident() {
        var before = noticed(ERRORS, "a", NINE.minusSeconds(2));
        var after = noticed(ERRORS, "b", NINE.plusSeconds(1));
        given(joined("a"), joined("b")).when(before).then(emitted(IncidentOpened.class).to("incident/" + ERRORS_ID),
                emitted(AlertRaised.class).to("alert/" + ERRORS_ID), nothingElseEmitted());
        given(joined("a"), joined("b")).when(after).then(emitted(IncidentOpened.class).to("incident/" + ERRORS_ID),
                emitted(AlertRaised.class).to("alert/" + ERRORS_ID), nothingElseEmitted());
        given(joined("a"), joined("b"), before).when(after)
                .then(emitted(IncidentUpdated.class).to("incident/" + ERRORS_ID), nothingElseEmitted());
    }

    @Test
    void whatComesBackWithinTheHourIsTheSameIncident_laterItIsAnother() {
        var past = new Happening[] {noticed(ERRORS, "a", NINE), over(ERRORS, "a").at(NINE.plusSeconds(60))};
        given(past).when(noticed(ERRORS, "a", NINE.plusSeconds(3_640)))
                .then(emitted(IncidentOpened.class).to("incident/" + ERRORS_ID), emitted(AlertRaised.class),
                        nothingElseEmitted());
        given(past).when(noticed(ERRORS, "a", NINE.plusSeconds(3_660)))
                .then(emitted(IncidentOpened.class).to("incident/cart.errors.2"), emitted(AlertRaised.class),
                        nothingElseEmitted());
    }

    @Test
    void incidentsOfOtherSymptomsAreCountedApart() {
        given(noticed(ERRORS, "a", NINE)).when(noticed(REDIS_AWAY, "a", NINE.plusSeconds(60)))
                .then(emitted(IncidentOpened.class).to("incident/cart.redis-away.1"), emitted(IncidentUpdated.class),
                        emitted(AlertRaised.class), nothingElseEmitted());
    }

    @Test
    void revisionIsNewsOnce() {
        given(joined("a", "r1")).when(joined("b", "r2"), joined("c", "r2"), joined("d", "r1"))
                .then(emitted(ServiceUpdated.class).to("service/cart").with("revision", "r2"), nothingElseEmitted());
    }

    @Test
    void alertIsToldThatItStands_whileAnInstanceShowsIt() {
        var stands = Happening.event(new SymptomStands("cart", "a", "errors"));
        given(joined("a"), noticed(ERRORS, "a")).when(stands)
                .then(emitted(AlertStands.class).to("alert/" + ERRORS_ID), nothingElseEmitted());
        given(joined("a"), noticed(ERRORS, "a"), ceased(ERRORS, "a")).when(stands).then(nothingElseEmitted());
        given(joined("a")).when(stands).then(nothingElseEmitted());
    }

    @Test
    void dismissedSymptomIsForgotten() {
        given(joined("a"), noticed(ERRORS, "a"))
                .when(Happening.event(new SymptomDismissed("cart", "errors", ERRORS_ID)), ceased(ERRORS, "a"),
                        over(ERRORS, "a"))
                .then(nothingElseEmitted());
    }

    @Test
    void anotherIncidentsDismissalChangesNothing() {
        given(joined("a"), noticed(ERRORS, "a"))
                .when(Happening.event(new SymptomDismissed("cart", "errors", "another")), ceased(ERRORS, "a"))
                .then(emitted(IncidentUpdated.class).with("state", "monitoring"), emitted(AlertCleared.class),
                        nothingElseEmitted());
    }

    private static Happening silent(String instance) {
        return Happening.event(new ServiceSilent("cart", instance, "2023-04-19T09:00:15.000000Z"));
    }
}
