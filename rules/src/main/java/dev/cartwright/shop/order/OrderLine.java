package dev.cartwright.shop.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** One product of an order. */
public record OrderLine(@NotBlank String productId, @Positive Long quantity, @PositiveOrZero BigDecimal price) {}
