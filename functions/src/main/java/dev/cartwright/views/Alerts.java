package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.operations.Alert;
import dev.cartwright.rules.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The alerts that stand, the newest first, and then those that were cleared last. */
final class Alerts extends OperationsView {

    static final String NAME = "alerts";

    private static final Comparator<Row> STANDING_FIRST = Comparator.comparing(Row::raised)
            .thenComparing(row -> row.raised() || row.clearedAt() == null ? row.since() : row.clearedAt())
            .reversed().thenComparing(Row::alertId);

    private final Estate estate;

    Alerts(Estate estate) {
        super(NAME);
        this.estate = estate;
    }

    /** An alert; it has the id of its incident. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(String alertId, String service, String severity, boolean raised, String since, String clearedAt,
            String summary, String runbook) {

        static Row of(String id, State alert) {
            boolean raised = alert.get(Alert.RAISED).orElse(false);
            return new Row(id, alert.get(Alert.SERVICE).orElseThrow(), alert.get(Alert.SEVERITY).orElse(null), raised,
                    alert.get(Alert.SINCE).orElseThrow(), raised ? null : alert.get(Alert.CLEARED_AT).orElse(null),
                    alert.get(Alert.SUMMARY).orElse(null), alert.get(Alert.RUNBOOK).orElse(null));
        }
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        return estate.states(Alert.KIND, estate.incidents()).entrySet().stream()
                .filter(alert -> alert.getValue().get(Alert.SERVICE).isPresent())
                .map(alert -> Row.of(alert.getKey(), alert.getValue()))
                .sorted(STANDING_FIRST).limit(usualLimit()).toList();
    }
}
