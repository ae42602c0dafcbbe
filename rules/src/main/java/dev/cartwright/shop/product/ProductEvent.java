package dev.cartwright.shop.product;

import static dev.cartwright.rules.Role.ADMIN;
import static dev.cartwright.rules.Role.SERVICE;

import dev.cartwright.rules.EmittedBy;
import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** What happens to a product. */
@FunctionGroup("product")
public sealed interface ProductEvent {

    /** A shopper put pieces of the product into a cart. */
    @EventType(value = "product-demanded", subject = "product/{product_id}")
    record ProductDemanded(@NotBlank String productId, @NotNull @Positive Long quantity) implements ProductEvent {}

    /** The shop offers the product, or offers it otherwise than before; the image is an address. */
    @EventType(value = "product-listed", subject = "product/{product_id}")
    @EmittedBy({SERVICE, ADMIN})
    record ProductListed(@NotBlank String productId, @NotBlank String name, @NotNull @PositiveOrZero BigDecimal price,
            @NotBlank String category, String image) implements ProductEvent {}

    /** A listed product stands in a catalog. */
    @EventType(value = "product-catalogued", subject = "catalog/{catalog}")
    record ProductCatalogued(@NotBlank String catalog, @NotBlank String productId, @NotBlank String name,
            @NotNull @PositiveOrZero BigDecimal price, @NotBlank String category, String image)
            implements ProductEvent {}
}
