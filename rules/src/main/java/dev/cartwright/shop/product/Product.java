package dev.cartwright.shop.product;

import dev.cartwright.rules.Property;

/** What is remembered of a product. */
public final class Product {

    /** How often it was put into a cart, whatever the number of pieces. */
    public static final Property<Long> TIMES_ADDED = Property.number("times_added");

    private Product() {}
}
