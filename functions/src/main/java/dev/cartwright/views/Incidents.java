package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.operations.Incident;
import dev.cartwright.rules.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The last incidents, the newest first. */
final class Incidents extends OperationsView {

    static final String NAME = "incidents";

    private static final Comparator<Row> NEWEST_FIRST =
            Comparator.comparing(Row::since).reversed().thenComparing(Row::incidentId);

    /** Together with the longest lines they fit into what may wait for a client that watches. */
    private static final int LIVE = 10;
    private static final int LINES = 7;
    private static final int LONGEST_LINE = 500;

    private final Estate estate;

    Incidents(Estate estate) {
        super(NAME);
        this.estate = estate;
    }

    /**
     * An incident with what became known of it first and last.
     *
     * @param leftOut how many lines of the timeline are not told here; the incident itself has them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(String incidentId, String service, String symptom, String severity, String impact, String state,
            String since, String resolvedAt, String summary, String runbook, List<Line> timeline,
            int leftOut) {

        static Row of(String id, State incident) {
            var all = incident.get(Incident.TIMELINE).orElse(List.of());
            var told = firstAndLast(all);
            return new Row(id, incident.get(Incident.SERVICE).orElseThrow(),
                    incident.get(Incident.SYMPTOM).orElseThrow(), incident.get(Incident.SEVERITY).orElseThrow(),
                    incident.get(Incident.IMPACT).orElse(null), incident.get(Incident.STATE).orElse(null),
                    incident.get(Incident.SINCE).orElseThrow(), incident.get(Incident.RESOLVED_AT).orElse(null),
                    incident.get(Incident.SUMMARY).orElse(null),
                    incident.get(Incident.RUNBOOK).orElse(null), told.stream().map(Line::of).toList(),
                    all.size() - told.size());
        }

        private static List<Incident.Entry> firstAndLast(List<Incident.Entry> all) {
            if (all.size() <= LINES) {
                return all;
            }
            return Stream.concat(Stream.of(all.get(0)), all.stream().skip(all.size() - LINES + 1L)).toList();
        }
    }

    /** One line of a timeline; nobody says what the rules say. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(String time, String state, String message, String by) {

        static Line of(Incident.Entry entry) {
            return new Line(entry.time(), entry.state(), shortened(entry.message()), shortened(entry.by()));
        }

        private static String shortened(String text) {
            return text == null || text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE - 1) + '…';
        }
    }

    @Override
    public int liveLimit() {
        return LIVE;
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        return estate.states(Incident.KIND, estate.incidents()).entrySet().stream()
                .filter(incident -> incident.getValue().get(Incident.SERVICE).isPresent())
                .map(incident -> Row.of(incident.getKey(), incident.getValue()))
                .sorted(NEWEST_FIRST).limit(usualLimit()).toList();
    }
}
