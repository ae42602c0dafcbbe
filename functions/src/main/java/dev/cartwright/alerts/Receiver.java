package dev.cartwright.alerts;

import dev.cartwright.runtime.Unavailable;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * What an instance knows of one receiver: how long to leave it alone, and what it took, so that another's trouble does
 * not bring it the same again. Thread-safe.
 */
final class Receiver {

    private static final Logger LOG = Logger.getLogger(Receiver.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int DOUBLINGS = 7;
    private static final int REMEMBERED = 1000;
    private static final int GONE = 410;

    private final Destination destination;
    private final Map<String, Boolean> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int failures;
    private Instant aloneUntil = Instant.MIN;
    private boolean gone;

    Receiver(Destination destination) {
        this.destination = destination;
    }

    Destination destination() {
        return destination;
    }

    /** False where it has it already, or wants nothing any more; throws {@link Unavailable} while it is left alone. */
    synchronized boolean wants(String id, Instant now) {
        if (gone || taken.containsKey(id)) {
            return false;
        }
        if (now.isBefore(aloneUntil)) {
            throw away("is left alone for a while");
        }
        return true;
    }

    /** Throws {@link Unavailable} where it did not take it. */
    synchronized void answered(String id, HttpResponse<Void> answer, Instant now) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            took(id);
        } else if (status == GONE) {
            gone = true;
            LOG.warnf("%s answers 410 and wants no alerts any more: take out CARTWRIGHT_ALERTS_RECEIVERS_%s",
                    destination.words(), destination.name().toUpperCase(Locale.ROOT));
        } else {
            throw failed("answers " + status, now, RetryAfter.of(answer.headers(), now));
        }
    }

    private void took(String id) {
        taken.put(id, true);
        if (failures > 0) {
            LOG.infof("Alerts reach %s again", destination.words());
        }
        failures = 0;
        aloneUntil = Instant.MIN;
    }

    /** To be thrown; only the first of several in a row is logged. */
    synchronized Unavailable failed(String how, Instant now, Duration asked) {
        if (failures == 0) {
            LOG.warnf("Alerts do not reach %s, which %s: they are tried again", destination.words(), how);
        }
        long most = FIRST_PAUSE.toMillis() << Math.min(failures++, DOUBLINGS);
        var pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        aloneUntil = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
        return away(how);
    }

    private Unavailable away(String how) {
        return new Unavailable(Unavailable.Reason.STORE_AWAY, "the receiver " + destination.words() + " " + how);
    }
}
