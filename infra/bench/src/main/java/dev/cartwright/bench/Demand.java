package dev.cartwright.bench;

import dev.cartwright.rules.Json;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Demand of products: of many in turn, or all of it of one. */
enum Demand {

    SPREAD(3_600), HOT(1);

    private static final URI SOURCE = URI.create("/generated/cart");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final int products;

    Demand(int products) {
        this.products = products;
    }

    List<CloudEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(this::event).toList();
    }

    private CloudEvent event(int i) {
        var product = name().toLowerCase() + '-' + i % products;
        return CloudEventBuilder.v1().withId("%08d".formatted(i)).withSource(SOURCE).withType("product-demanded")
                .withSubject("product/" + product).withTime(START.plusMillis(i).atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(new ProductDemanded(product, 1L))).build();
    }
}
