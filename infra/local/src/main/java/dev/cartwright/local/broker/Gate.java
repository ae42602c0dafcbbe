package dev.cartwright.local.broker;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Holds back while nobody listens at the functions' port, and lets one request at a time find out; for one thread. */
final class Gate {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    private final Vertx vertx;
    private final int inFlight;
    private final Runnable opened;
    private final Outage outage = new Outage("The functions application");
    private boolean shut;
    private int failures;

    Gate(Vertx vertx, int inFlight, Runnable opened) {
        this.vertx = vertx;
        this.inFlight = inFlight;
        this.opened = opened;
    }

    boolean lets(int underWay) {
        return !shut && underWay < (failures == 0 ? inFlight : 1);
    }

    void answered() {
        failures = 0;
        outage.ended();
    }

    void unreachable(Throwable cause) {
        outage.began(cause);
        if (!shut) {
            shut = true;
            vertx.setTimer(BACKOFF.millis(++failures), timer -> {
                shut = false;
                opened.run();
            });
        }
    }
}
