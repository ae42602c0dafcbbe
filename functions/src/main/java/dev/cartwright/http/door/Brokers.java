package dev.cartwright.http.door;

import dev.cartwright.http.event.PubSubEnvelope;
import io.vertx.core.MultiMap;

/** Tells a broker's delivery from a request that somebody makes. */
final class Brokers {

    private Brokers() {}

    /** True for a sender that would send what fails again and again, with nobody there to mend it. */
    static boolean sent(MultiMap headers) {
        return headers.contains("cartwright-delivery-attempt")
                || headers.contains("x-goog-pubsub-message-id")
                || headers.contains("x-goog-pubsub-subscription-name")
                || PubSubEnvelope.EVENTARC_TYPE.equals(headers.get("ce-type"))
                || headers.contains("kn-namespace")
                || headers.contains("ce-knativearrivaltime")
                || takesReply(headers);
    }

    /** True where an event in the answer is taken in as any other. */
    static boolean takesReply(MultiMap headers) {
        return headers.contains("prefer") && headers.get("prefer").strip().equalsIgnoreCase("reply");
    }
}
