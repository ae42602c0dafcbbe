package dev.cartwright.local.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says once that something is away and once that it is back; thread-safe. */
final class Outage {
    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final String what;
    private boolean away;

    Outage(String what) {
        this.what = what;
    }

    synchronized void began(Throwable cause) {
        if (!away) {
            away = true;
            LOG.log(Level.WARNING, () -> "%s does not answer (%s); trying again".formatted(what, cause.getMessage()));
        }
    }

    synchronized void ended() {
        if (away) {
            away = false;
            LOG.log(Level.INFO, () -> what + " is back");
        }
    }

    synchronized boolean isUnderWay() {
        return away;
    }
}
