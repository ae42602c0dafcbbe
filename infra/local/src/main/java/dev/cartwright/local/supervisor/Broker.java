package dev.cartwright.local.supervisor;

import java.net.URI;
import java.util.Map;

/** What carries events to the functions, and delivers to them from the start. */
interface Broker {
    /** Where {@code watch} finds it. */
    URI address();

    /** By which the functions find it. */
    Map<String, String> environment();

    /** Lets the functions end in peace: what is not delivered yet waits. */
    void stopDelivering();
}
