package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.operations.Incident;
import dev.cartwright.rules.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The last incidents, the newest first. */
final class Incidents extends OperationsView {

    static final String NAME = "incidents";

    private static final Comparator<Row> NEWEST_FIRST =
            Comparator.comparing(Row::since).reversed().thenComparing(Row::incidentId);

    private final Estate estate;

    Incidents(Estate estate) {
        super(NAME);
        this.estate = estate;
    }

    /** An incident with all that became known of it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(String incidentId, String service, String symptom, String severity, String impact, String state,
            String since, String resolvedAt, String summary, String runbook, List<Line> timeline) {

        static Row of(String id, State incident) {
            return new Row(id, incident.get(Incident.SERVICE).orElseThrow(), incident.get(Incident.SYMPTOM).orElseThrow(),
                    incident.get(Incident.SEVERITY).orElseThrow(), incident.get(Incident.IMPACT).orElse(null),
                    incident.get(Incident.STATE).orElse(null), incident.get(Incident.SINCE).orElseThrow(),
                    incident.get(Incident.RESOLVED_AT).orElse(null), incident.get(Incident.SUMMARY).orElse(null),
                    incident.get(Incident.RUNBOOK).orElse(null),
                    incident.get(Incident.TIMELINE).orElse(List.of()).stream().map(Line::of).toList());
        }
    }

    /** One line of a timeline; nobody says what the rules say. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(String time, String state, String message, String by) {

        static Line of(Incident.Entry entry) {
            return new Line(entry.time(), entry.state(), entry.message(), entry.by());
        }
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        return estate.states(Incident.KIND, estate.incidents()).entrySet().stream()
                .filter(incident -> incident.getValue().get(Incident.SERVICE).isPresent())
                .map(incident -> Row.of(incident.getKey(), incident.getValue()))
                .sorted(NEWEST_FIRST).limit(usualLimit()).toList();
    }
}
