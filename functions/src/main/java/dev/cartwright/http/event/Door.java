package dev.cartwright.http.event;

/** Through which door an event comes in. */
public enum Door {
    /** {@code POST /}: a broker, which also delivers what Cartwright itself emitted. */
    BROKER,
    /** {@code POST /events}: front ends; they may not pretend to be Cartwright. */
    INGEST
}
