package dev.cartwright.shop.product;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/** What happens to a product. */
@FunctionGroup("product")
public sealed interface ProductEvent {

    /** A shopper put pieces of the product into a cart. */
    @EventType(value = "product-demanded", subject = "product/{product_id}")
    record ProductDemanded(@NotBlank String productId, @NotNull @Positive Long quantity) implements ProductEvent {}
}
