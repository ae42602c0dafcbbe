package dev.cartwright.rules;

/**
 * Where an event comes from: the chain of causes that ends in it.
 *
 * @param correlationId id of the first event of the chain; null when the event is the first
 * @param causationId id of the event that caused this one; null when nothing did
 * @param hops how many events stand before it in the chain
 * @param traceparent W3C trace context, or null
 * @param tracestate W3C trace state, or null
 */
public record Causality(String correlationId, String causationId, int hops, String traceparent, String tracestate) {

    /** Of an event that nothing of ours caused. */
    public static final Causality NONE = new Causality(null, null, 0, null, null);
}
