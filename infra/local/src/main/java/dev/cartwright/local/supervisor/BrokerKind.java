package dev.cartwright.local.supervisor;

import java.util.Locale;

/** What carries events to the functions. */
enum BrokerKind {
    REDIS, PUBSUB;

    /** As it is typed, and as the functions know it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
