package dev.cartwright.shop.trade;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Map;

/** What the shop counts of its trade, slot by slot. */
@FunctionGroup("shop")
public sealed interface TradeEvent {

    /** A product was put into a cart, once. */
    @EventType(value = "demand-counted", subject = "shop/{slot}")
    record DemandCounted(@NotBlank String slot, @NotBlank String productId) implements TradeEvent {}

    /**
     * An order, or the part of it that this slot counts: the order itself, or products of it.
     *
     * @param revenue by product, in hundredths
     */
    @EventType(value = "sale-counted", subject = "shop/{slot}")
    record SaleCounted(@NotBlank String slot, @NotBlank String minute, @NotNull @PositiveOrZero Long orders,
            @NotNull Map<String, @PositiveOrZero Long> revenue) implements TradeEvent {

        long total() {
            return revenue.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
