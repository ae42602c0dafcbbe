package dev.cartwright.http.live;

import io.vertx.core.Future;

/** The way to one client. Used on the client's own context only. */
interface Outlet {

    /** True where the client has not taken in what it was told. */
    boolean isFull();

    /** @param id where the client is then, in all of its channels */
    void tell(String id, Wording message);

    /** @param id where the client is now; null where it knows */
    void heartbeat(String id);

    /** The last words; what was told before arrives before them. Done when they are on their way, or never will be. */
    Future<Void> end(EndReason reason, long retryMillis);

    /** Ends it without a word, whatever is still on its way. */
    void abort();
}
