package dev.cartwright.shop.product;

import dev.cartwright.rules.Property;
import java.math.BigDecimal;

/** What is remembered of a product. */
public final class Product {

    /** How often it was put into a cart, whatever the number of pieces. */
    public static final Property<Long> TIMES_ADDED = Property.number("times_added");
    public static final Property<String> NAME = Property.text("name");
    public static final Property<BigDecimal> PRICE = Property.decimal("price");
    public static final Property<String> CATEGORY = Property.text("category");
    public static final Property<String> IMAGE = Property.text("image");

    private Product() {}
}
