package dev.cartwright.local.broker;

/** How many events a dispatcher has settled, and in how many requests. */
public record Counts(long delivered, long unsubscribed, long refused, long retried, long requests) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plusDelivered() {
        return new Counts(delivered + 1, unsubscribed, refused, retried, requests);
    }

    Counts plusUnsubscribed() {
        return new Counts(delivered, unsubscribed + 1, refused, retried, requests);
    }

    Counts plusRefused() {
        return new Counts(delivered, unsubscribed, refused + 1, retried, requests);
    }

    Counts plusRetried(int events) {
        return new Counts(delivered, unsubscribed, refused, retried + events, requests);
    }

    Counts plusRequest() {
        return new Counts(delivered, unsubscribed, refused, retried, requests + 1);
    }
}
