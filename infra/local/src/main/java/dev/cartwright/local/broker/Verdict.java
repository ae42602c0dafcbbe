package dev.cartwright.local.broker;

/** What an answer's status means for the event, as Knative reads it. */
enum Verdict {
    ACCEPTED, RETRY, REFUSED;

    static Verdict of(int status) {
        if (status >= 200 && status < 300) {
            return ACCEPTED;
        }
        return switch (status) {
            case 404, 408, 409, 429 -> RETRY;
            default -> status >= 400 && status < 500 ? REFUSED : RETRY;
        };
    }
}
