package dev.cartwright.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.rules.Json;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something a shopper does.
 *
 * @param thing the product, or the order
 * @param quantity null where none is told
 */
record ShopEvent(String source, String id, Instant time, String type, String user, String thing, Integer quantity) {

    static final String ADDED = "product-added-to-cart";
    static final String REMOVED = "product-removed-from-cart";
    static final String ORDERED = "order-placed";

    /** As the history must show them; these ids and sources are plain ASCII, so that text compares as its bytes. */
    static final Comparator<ShopEvent> POSITION =
            Comparator.comparing(ShopEvent::time).thenComparing(ShopEvent::id).thenComparing(ShopEvent::source);

    String subject() {
        return "user/" + user;
    }

    int pieces() {
        return quantity == null ? 1 : quantity;
    }

    ShopEvent from(String otherSource) {
        return new ShopEvent(otherSource, id, time, type, user, thing, quantity);
    }

    /** In structured mode. */
    String json() {
        var event = Json.MAPPER.createObjectNode().put("specversion", "1.0").put("id", id).put("source", source)
                .put("type", type).put("subject", subject()).put("time", time.toString());
        event.set("data", data());
        return Json.text(event);
    }

    private ObjectNode data() {
        var data = Json.MAPPER.createObjectNode().put("user_id", user);
        data.put(type.equals(ORDERED) ? "order_id" : "product_id", thing);
        if (quantity != null) {
            data.put("quantity", quantity);
        }
        return data;
    }
}
