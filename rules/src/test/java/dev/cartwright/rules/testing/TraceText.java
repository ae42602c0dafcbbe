package dev.cartwright.rules.testing;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.RuleTrace;

/** A scenario's trace as people read it. */
final class TraceText {

    private final StringBuilder text = new StringBuilder();

    private TraceText() {}

    static String of(Outcome outcome) {
        var trace = new TraceText();
        for (int i = 0; i < outcome.events().size(); i++) {
            trace.event(outcome.events().get(i), outcome.decisions().get(i));
        }
        trace.line("state: " + Json.text(outcome.state().properties()));
        return trace.text.toString();
    }

    static String value(Object value) {
        return value == null ? "absent" : Json.text(value);
    }

    private void event(Event<?> event, Decision decision) {
        line(event.type() + " at " + event.time() + " to " + event.subject() + ": "
                + decision.outcome().name().toLowerCase().replace('_', ' ')
                + (decision.reason() == null ? "" : " because " + decision.reason()));
        decision.trace().forEach(this::rule);
        decision.followUps().forEach(followUp -> line("  emitted " + followUp.type() + " to " + followUp.subject() + " "
                + followUp.data()));
    }

    private void rule(RuleTrace rule) {
        line("  " + rule.rule() + (rule.fired() ? " fired" : " stopped by: " + rule.stoppedBy()));
        rule.changes().forEach(change -> line("    " + change.verb() + " " + change.property() + ": "
                + value(change.before()) + " -> " + value(change.after())));
        if (rule.failure() != null) {
            line("    failed: " + rule.failure());
        }
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
