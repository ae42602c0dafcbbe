package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.shop.product.Catalog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The products that the shop offers, in order of their ids. */
final class Products implements View {

    static final String NAME = "products";
    static final String KIND = "catalog";
    private static final String SUBJECT = KIND + '/' + Catalog.ALL;

    private final SubjectReader subjects;

    Products(SubjectReader subjects) {
        this.subjects = subjects;
    }

    /** A product as it is offered; not every product has an image. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String productId, String name, BigDecimal price, String category, String image) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isPublic(Map<String, String> parameters) {
        return true;
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        return subjects.current(SUBJECT).flatMap(catalog -> catalog.get(Catalog.PRODUCTS)).orElse(Map.of())
                .entrySet().stream().sorted(Map.Entry.comparingByKey()).map(product -> row(product.getKey(),
                        product.getValue())).toList();
    }

    private static Row row(String id, Catalog.Listing offered) {
        return new Row(id, offered.name(), offered.price(), offered.category(), offered.image());
    }
}
