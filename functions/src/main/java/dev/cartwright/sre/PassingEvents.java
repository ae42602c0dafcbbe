package dev.cartwright.sre;

import dev.cartwright.rules.Event;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.runtime.LatestEvents;
import dev.cartwright.runtime.Passage;
import dev.cartwright.runtime.Recorded;
import dev.cartwright.runtime.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * Shows some of the events that pass, a few a second however many there are; whoever passes is not kept waiting, and
 * tells nobody but a queue. Thread-safe.
 */
public final class PassingEvents implements Passage {

    private static final Logger LOG = Logger.getLogger(PassingEvents.class);
    /** Between two times that they are shown. */
    private static final int AT_ONCE = 5;

    private final LatestEvents latest;
    private final Runnable shown;
    private final BlockingQueue<Row> waiting = new ArrayBlockingQueue<>(AT_ONCE);

    /** @param shown is told that others can be seen now; must neither block nor throw */
    public PassingEvents(LatestEvents latest, Runnable shown) {
        this.latest = latest;
        this.shown = shown;
    }

    /** An event that passed, and the names of the rules that fired. */
    record Row(String id, String source, String type, String subject, String time, String outcome,
            List<String> rules) {

        static Row of(Event<?> event, Recorded recorded) {
            return new Row(event.id(), event.source(), event.type(), event.subject(), Rfc3339.format(event.time()),
                    recorded.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'), recorded.rules());
        }
    }

    @Override
    public void passed(Event<?> event, Recorded recorded) {
        if (waiting.remainingCapacity() > 0) {
            waiting.offer(Row.of(event, recorded));
        }
    }

    /** Shows those that came since the last time; of the others nobody learns. */
    void show() {
        List<Row> rows = new ArrayList<>();
        waiting.drainTo(rows);
        if (rows.isEmpty()) {
            return;
        }
        try {
            latest.add(rows.stream().map(Json::text).toList());
            shown.run();
        } catch (Unavailable away) {
            LOG.debugf(away, "%d events that passed are not shown", rows.size());
        }
    }
}
