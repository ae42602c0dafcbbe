package dev.cartwright.config;

import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Replies;
import dev.cartwright.runtime.Unavailable;

/** The broker that the operator chose. Thread-safe. */
public interface Broker {

    Publisher publisher();

    IngestPublisher ingest();

    OutcomeFeed outcomes();

    Replies replies();

    /** Throws {@link Unavailable} where it does not answer, and says so within a second or two. */
    void ping();

    void close();
}
