package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import dev.cartwright.runtime.EventHeaders;
import dev.cartwright.runtime.Extensions;
import io.cloudevents.core.v1.CloudEventBuilder;

/** What the extensions of an event must be; they keep their types. */
final class ExtensionCheck {

    // Attributes of a Pub/Sub message hold no more.
    private static final int MAX_VALUE = 1024;
    private static final int MAX_NAME = 100;
    private static final int MAX_DIGITS = 9;

    private ExtensionCheck() {}

    static void copy(RawEvent event, Door door, CloudEventBuilder target) {
        for (var attribute : event.attributes().entrySet()) {
            if (door == Door.INGEST && Extensions.RESERVED.contains(attribute.getKey())) {
                throw Refusal.malformed(attribute.getKey(), attribute.getKey() + " is set by Cartwright only");
            }
            copy(attribute.getKey(), attribute.getValue(), target);
        }
    }

    /** Leaves out what is no extension. */
    static CloudEventBuilder copy(String name, Object value, CloudEventBuilder target) {
        if (EventHeaders.ATTRIBUTES.contains(name) || name.equals(Extensions.GROUP)) {
            return target;
        }
        checkName(name);
        if (name.equals(Extensions.HOPS)) {
            return target.withExtension(name, hops(value));
        }
        if (value instanceof Boolean truth) {
            return target.withExtension(name, truth);
        }
        return value instanceof Integer number ? target.withExtension(name, number)
                : target.withExtension(name, text(name, (String) value));
    }

    private static void checkName(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME || !name.chars().allMatch(ExtensionCheck::isAllowed)) {
            throw Refusal.malformed(name, "the name of an attribute has lower-case letters and digits only, at most "
                    + MAX_NAME);
        }
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static String text(String name, String value) {
        if (Text.isLonger(MAX_VALUE, value)) {
            throw Refusal.malformed(name, name + " must not be longer than " + MAX_VALUE + " bytes");
        }
        return Text.checked(name, value);
    }

    /** In binary mode, and by some brokers, it is sent as text. */
    private static int hops(Object value) {
        var digits = value.toString();
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refusal.malformed(Extensions.HOPS, "hops must be a whole number from 0 on");
        }
        return Integer.parseInt(digits);
    }
}
