package dev.cartwright.http.live;

import dev.cartwright.http.problem.Refusal;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.sql.Expression;
import io.cloudevents.sql.Parser;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * An expression in CESQL over an event. An event of which it cannot be said, as it lacks a field that is compared, is
 * not asked for; {@code EXISTS field AND …} says so. Immutable.
 */
final class Where {

    /** Bounds what an expression costs, which every message pays. */
    private static final int MAX_LENGTH = 500;

    private static final Logger LOG = Logger.getLogger(Where.class);
    private static final CloudEvent ANY = new CloudEventBuilder().withId("any").withSource(URI.create("/any"))
            .withType("any").build();

    private final Expression expression;

    private Where(Expression expression) {
        this.expression = expression;
    }

    /** @param fields what may be asked for; anything where it is empty */
    static Where parse(String text, Optional<Set<String>> fields) {
        if (text.length() > MAX_LENGTH) {
            throw refusal("is longer than " + MAX_LENGTH + " characters");
        }
        new WhereCheck(fields).check(text);
        try {
            var expression = Parser.parseDefault(text);
            if (!(expression.evaluate(ANY).value() instanceof Boolean)) {
                throw refusal("is not true or false of an event, as a comparison is");
            }
            return new Where(expression);
        } catch (Refusal told) {
            throw told;
        } catch (RuntimeException notReadable) {
            throw refusal("is not CESQL: " + notReadable.getMessage());
        }
    }

    static Refusal refusal(String what) {
        return Refusal.malformed("where", "the expression " + what);
    }

    /** Never throws. */
    boolean accepts(CloudEvent event) {
        try {
            var result = expression.evaluate(event);
            return !result.isFailed() && Boolean.TRUE.equals(result.value());
        } catch (RuntimeException bug) {
            LOG.debug("An expression failed on an event", bug);
            return false;
        }
    }
}
