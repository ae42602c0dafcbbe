package dev.cartwright.views;

import dev.cartwright.rules.Json;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What shoppers do, and the shop. */
final class Shopping {

    private Shopping() {}

    static CloudEvent added(String shopper, Instant time, String product, int quantity) {
        return byShopper("product-added-to-cart", shopper, time, Map.of("product_id", product, "quantity", quantity));
    }

    static CloudEvent removed(String shopper, Instant time, String product) {
        return byShopper("product-removed-from-cart", shopper, time, Map.of("product_id", product));
    }

    /** One piece of a product, at a price in cents; an order of its own. */
    static CloudEvent ordered(String shopper, Instant time, String product, long price) {
        var line = Map.of("product_id", product, "quantity", 1, "price", price / 100.0);
        return byShopper("order-placed", shopper, time,
                Map.of("order_id", UUID.randomUUID().toString(), "lines", List.of(line)));
    }

    static CloudEvent renamed(String shopper, Instant time) {
        return byShopper("user-profile-updated", shopper, time, Map.of("name", "Ada"));
    }

    static CloudEvent signedIn(String guest, String shopper, Instant time) {
        return event("guest-signed-in", "user/" + guest, time, Map.of("guest_id", guest, "user_id", shopper));
    }

    static CloudEvent listed(String product, Instant time, long price) {
        return event("product-listed", "product/" + product, time, Map.of("product_id", product, "name", "No. " + product,
                "price", price / 100.0, "category", "things"));
    }

    private static CloudEvent byShopper(String type, String shopper, Instant time, Map<String, ?> data) {
        var all = new HashMap<String, Object>(data);
        all.put("user_id", shopper);
        return event(type, "user/" + shopper, time, all);
    }

    static CloudEvent event(String type, String subject, Instant time, Map<String, ?> data) {
        return CloudEventBuilder.v1().withId(UUID.randomUUID().toString()).withType(type).withSubject(subject)
                .withSource(URI.create("/test")).withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(data)).build();
    }
}
