package dev.cartwright.runtime;

import java.util.Set;

/** The CloudEvents extensions that Cartwright sets; senders from outside may not. */
public final class Extensions {

    public static final String RECORDED_TIME = "recordedtime";
    public static final String CORRELATION_ID = "correlationid";
    public static final String CAUSATION_ID = "causationid";
    public static final String PROPERTY_NAME = "propertyname";
    public static final String HOPS = "hops";
    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";
    /** Tells Knative's triggers which function group is to receive the event; no part of the event itself. */
    public static final String GROUP = "cartwrightgroup";

    /** Refused from outside. */
    public static final Set<String> RESERVED =
            Set.of(RECORDED_TIME, CORRELATION_ID, CAUSATION_ID, PROPERTY_NAME, HOPS, GROUP);

    private Extensions() {}
}
