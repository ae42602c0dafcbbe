package dev.cartwright.shop.order;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

/** What happens to an order. */
@FunctionGroup("order")
public sealed interface OrderEvent {

    /** The shop has received an order. */
    @EventType(value = "order-received", subject = "order/{order_id}")
    record OrderReceived(@NotBlank String orderId, @NotBlank String userId, List<@Valid OrderLine> lines)
            implements OrderEvent {}
}
