package dev.cartwright.shop.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.rules.Property;
import java.util.List;

/** What is remembered of an order. */
public final class Order {

    public static final Property<String> STATUS = Property.text("status");
    public static final Property<List<OrderLine>> LINES = Property.of("lines", new TypeReference<>() {});

    private Order() {}
}
