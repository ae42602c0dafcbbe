package dev.cartwright.operations;

import dev.cartwright.rules.Property;

/**
 * What is remembered of a service's day. It is no part of the service: a day's counts come from many instances, in any
 * order, and a service's own history is to stay short.
 */
public final class Availability {

    /** The kind of the subjects that days are. */
    public static final String KIND = "availability";
    /** The share of requests that is to be answered. */
    public static final double OBJECTIVE = Budget.OBJECTIVE;
    public static final Property<Long> REQUESTS = Property.number("requests");
    public static final Property<Long> ERRORS = Property.number("errors");

    private static final int DAY = "2026-11-21".length();

    private Availability() {}

    /** @param day {@code 2026-11-21} */
    public static String subject(String service, String day) {
        return KIND + '/' + serviceDay(service, day);
    }

    static String serviceDay(String service, String day) {
        return service + '.' + day;
    }

    static String day(String time) {
        return time.substring(0, DAY);
    }
}
