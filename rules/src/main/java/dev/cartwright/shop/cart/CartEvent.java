package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Role.GUEST;
import static dev.cartwright.rules.Role.SERVICE;
import static dev.cartwright.rules.Role.SHOPPER;

import dev.cartwright.rules.EmittedBy;
import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import dev.cartwright.shop.order.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a shopper does. */
@FunctionGroup("cart")
public sealed interface CartEvent {

    @NotBlank
    String userId();

    /** A shopper put a product into the cart; one piece where no quantity is told. */
    @EventType(value = "product-added-to-cart", subject = "user/{user_id}")
    @EmittedBy({GUEST, SHOPPER, SERVICE})
    record ProductAddedToCart(@NotBlank String productId, @NotBlank String userId, @Positive Long quantity,
            @PositiveOrZero BigDecimal price) implements CartEvent {

        public long pieces() {
            return quantity == null ? 1 : quantity;
        }
    }

    /** A shopper took a product out of the cart; one piece where no quantity is told. */
    @EventType(value = "product-removed-from-cart", subject = "user/{user_id}")
    @EmittedBy({GUEST, SHOPPER, SERVICE})
    record ProductRemovedFromCart(@NotBlank String productId, @NotBlank String userId, @Positive Long quantity,
            @PositiveOrZero BigDecimal price) implements CartEvent {

        public long pieces() {
            return quantity == null ? 1 : quantity;
        }
    }

    /** A shopper ordered what is in the cart; no guest does: nobody could be found again to answer for the order. */
    @EventType(value = "order-placed", subject = "user/{user_id}")
    @EmittedBy({SHOPPER, SERVICE})
    record OrderPlaced(@NotBlank String orderId, @NotBlank String userId, List<@Valid OrderLine> lines)
            implements CartEvent {}

    /** A guest proved to be this user: the guest's cart becomes the user's. */
    @EventType(value = "guest-signed-in", subject = "user/{guest_id}")
    @EmittedBy({SHOPPER, SERVICE})
    record GuestSignedIn(@NotBlank String guestId, @NotBlank String userId) implements CartEvent {}

    /** All that a guest ever handed over to the user, pieces by product: what came before is in it. */
    @EventType(value = "guest-cart-merged", subject = "user/{user_id}")
    record GuestCartMerged(@NotBlank String guestId, @NotBlank String userId,
            @NotNull Map<String, @Positive Long> quantities) implements CartEvent {}

    /** A user says how to be called. */
    @EventType(value = "user-profile-updated", subject = "user/{user_id}")
    @EmittedBy({SHOPPER, SERVICE})
    record UserProfileUpdated(@NotBlank String userId, @NotBlank @Size(max = 100) String name) implements CartEvent {}
}
