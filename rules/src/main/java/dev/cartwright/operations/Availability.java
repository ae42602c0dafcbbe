package dev.cartwright.operations;

import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.Subject;
import java.util.List;

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

    private static String serviceDay(String service, String day) {
        return service + '.' + day;
    }

    /** The minutes that are over once this begins; those in which nobody asked say nothing. */
    static List<RequestsCounted> counted(String service, Subject instance, String begins) {
        return instance.get(Instance.BUDGET, Budget.UNSPENT).last()
                .filter(step -> step.requests() > 0 && !step.begins().equals(begins))
                .map(step -> new RequestsCounted(serviceDay(service, step.begins().substring(0, DAY)),
                        step.requests(), step.errors())).stream().toList();
    }
}
