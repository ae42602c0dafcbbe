package dev.cartwright.shop.product;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.rules.Property;
import dev.cartwright.shop.product.ProductEvent.ProductCatalogued;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is remembered of a catalog: everything that a list of its products shows. */
public final class Catalog {

    /** The catalog that every listed product stands in. */
    public static final String ALL = "all";
    public static final Property<Map<String, Listing>> PRODUCTS = Property.of("products", new TypeReference<>() {});

    /** A product as it is offered. */
    public record Listing(String name, BigDecimal price, String category, String image) {}

    private Catalog() {}

    static Map<String, Listing> plus(Optional<Map<String, Listing>> products, ProductCatalogued news) {
        var changed = new TreeMap<>(products.orElse(Map.of()));
        changed.put(news.productId(), new Listing(news.name(), news.price(), news.category(), news.image()));
        return changed;
    }
}
