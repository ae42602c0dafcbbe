package dev.cartwright.local.broker;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An event as it was published. */
public final class Published {
    private final Delivery delivery;

    Published(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Of the event's headers in binary mode and its data; null where it has none. */
    public static Published of(String id, Map<String, String> headers, byte[] data) {
        return new Published(Delivery.of(id, headers, data));
    }

    /** The attribute or extension of this name, decoded; empty where absent. */
    public String attribute(String name) {
        var header = "ce-" + name;
        return delivery.headers().stream().filter(each -> each.name().equals(header))
            .map(each -> Percent.decode(each.value())).findFirst().orElse("");
    }

    /** The data as text. */
    public String data() {
        return new String(delivery.data(), StandardCharsets.UTF_8);
    }

    /** The whole event in the structured JSON format. */
    public String json() {
        return Structured.single(delivery);
    }
}
