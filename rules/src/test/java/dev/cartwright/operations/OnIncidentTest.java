package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.rejectedBecause;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;

import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.Incident.Entry;
import dev.cartwright.operations.IncidentEvent.IncidentClosed;
import dev.cartwright.operations.IncidentEvent.IncidentOpened;
import dev.cartwright.operations.IncidentEvent.IncidentResolved;
import dev.cartwright.operations.IncidentEvent.IncidentUpdated;
import dev.cartwright.operations.ServiceEvent.SymptomDismissed;
import dev.cartwright.rules.testing.Happening;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnIncidentTest {

    private static final Happening OPENED = at(0, new IncidentOpened("1", "cart", "errors", "critical", "minor",
            "2023-04-19T08:59:00.000000Z", "Requests are answered 5xx", "unanswered"));
    private static final Happening IDENTIFIED = at(1,
            new IncidentUpdated("1", "identified", "major", "It is the new rule", "Ada"));
    private static final Happening MONITORING = at(2,
            new IncidentUpdated("1", "monitoring", null, "No instance shows it any more", null));
    private static final Happening RESOLVED = at(3, new IncidentResolved("1", "It did not come back"));
    private static final Happening CLOSED = at(4, new IncidentClosed("1", "We live with it", "Ada"));

    @Test
    void keepsItsWholeLife() {
        given().when(OPENED, IDENTIFIED, MONITORING, RESOLVED)
                .then(property(Incident.STATE).is("resolved"), property(Incident.IMPACT).is("major"),
                        property(Incident.SINCE).is("2023-04-19T08:59:00.000000Z"),
                        property(Incident.RESOLVED_AT).is("2023-04-19T09:03:00.000000Z"),
                        property(Incident.TIMELINE).is(List.of(
                                new Entry("2023-04-19T09:00:00.000000Z", "investigating",
                                        "Requests are answered 5xx, since 2023-04-19T08:59:00.000000Z", null),
                                new Entry("2023-04-19T09:01:00.000000Z", "identified", "It is the new rule", "Ada"),
                                new Entry("2023-04-19T09:02:00.000000Z", "monitoring",
                                        "No instance shows it any more", null),
                                new Entry("2023-04-19T09:03:00.000000Z", "resolved", "It did not come back", null))),
                        nothingElseEmitted());
    }

    @Test
    void whoTellsOfTheSameLaterWithAnEarlierBeginningChangesTheBeginningOnly() {
        given(OPENED, IDENTIFIED).when(at(2, new IncidentOpened("1", "cart", "errors", "critical", "minor",
                "2023-04-19T08:58:00.000000Z", "Requests are answered 5xx", "unanswered")))
                .then(property(Incident.STATE).is("identified"),
                        property(Incident.SINCE).is("2023-04-19T08:58:00.000000Z"));
    }

    @Test
    void whatComesBackWithinTheHourIsOpenedAgain() {
        given(OPENED, RESOLVED).when(at(5, new IncidentOpened("1", "cart", "errors", "critical", "minor",
                "2023-04-19T09:04:00.000000Z", "Requests are answered 5xx", "unanswered")))
                .then(property(Incident.STATE).is("investigating"), property(Incident.RESOLVED_AT).isAbsent(),
                        property(Incident.SINCE).is("2023-04-19T08:59:00.000000Z"));
    }

    @Test
    void newsWithoutAStateLeavesTheStateAsItIs() {
        given(OPENED, IDENTIFIED).when(at(2, new IncidentUpdated("1", null, null, "Rolled back", "Ada")))
                .then(property(Incident.STATE).is("identified"), property(Incident.IMPACT).is("major"));
    }

    @Test
    void somebodyClosesIt_itsAlertIsClearedAndItsServiceBeginsAnew() {
        given(OPENED).when(CLOSED)
                .then(property(Incident.STATE).is("resolved"), emitted(AlertCleared.class).to("alert/1"),
                        emitted(SymptomDismissed.class).to("service/cart").with("symptom", "errors")
                                .with("incident_id", "1"), nothingElseEmitted());
    }

    @Test
    void whatIsResolvedStaysSo() {
        given(OPENED, RESOLVED).when(at(5, new IncidentUpdated("1", "monitoring", null, "Too late", null)))
                .then(stoppedBy("on-incident-updated", "the incident is open"),
                        property(Incident.STATE).is("resolved"));
        given(OPENED, RESOLVED).when(CLOSED).then(nothingElseEmitted());
    }

    @Test
    void nobodyHasNewsOfWhatIsNotKnown_butTheRulesMayTellItTooEarly() {
        given().when(IDENTIFIED).then(rejectedBecause("there is no such incident"));
        given().when(IDENTIFIED.afterHops(1)).then(property(Incident.STATE).is("identified"));
    }

    @Test
    void nobodyClosesWhatIsNotKnown() {
        given().when(CLOSED).then(rejectedBecause("there is no such incident"));
    }

    private static Happening at(int minutes, IncidentEvent event) {
        return Happening.event(event).at(OperationsScenario.NINE.plusSeconds(60L * minutes));
    }
}
