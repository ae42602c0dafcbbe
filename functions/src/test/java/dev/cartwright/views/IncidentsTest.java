package dev.cartwright.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.Incident;
import dev.cartwright.operations.Incident.Entry;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.State;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What watchers are told of incidents at once. */
class IncidentsTest {

    /** As {@code cartwright.live.max-waiting} has it: whoever has more waiting is cut off. */
    private static final int MOST_BYTES = 256 * 1024;
    private static final String TIME = "2023-04-19T09:00:00.000000Z";

    @Test
    void longestTimelinesOfAllThatAreToldLiveFitIntoOneMessage() {
        var worst = "\u0001".repeat(10_000);
        var timeline = Collections.nCopies(100, new Entry(TIME, "investigating", worst, null));
        var incident = new State(Map.of(Incident.SERVICE.name(), "operations",
                Incident.SYMPTOM.name(), "burns-steadily", Incident.SEVERITY.name(), "critical",
                Incident.IMPACT.name(), "critical", Incident.STATE.name(), "investigating",
                Incident.SINCE.name(), TIME, Incident.TIMELINE.name(), Json.plain(timeline)), null, 1, Map.of());
        int one = Json.bytes(Incidents.Row.of("operations.burns-steadily.1", incident)).length;
        assertThat(one * new Incidents(null).liveLimit()).isBetween(MOST_BYTES / 2, MOST_BYTES - 2_000);
    }
}
