package dev.cartwright.shop.cart;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.rules.Property;
import dev.cartwright.shop.cart.CartEvent.GuestCartMerged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the carts of guests become a user's: what each guest handed over is remembered, so that it counts once. */
final class GuestCarts {

    /** Whom the guest turned out to be. */
    static final Property<String> SIGNED_IN_AS = Property.text("signed_in_as");
    /** All that the guest ever handed over, pieces by product. */
    static final Property<Map<String, Long>> HANDED_OVER = Property.counts("handed_over");
    /** What the user has of each guest, the one heard of last at the end; the first are forgotten but for their ids. */
    static final Property<List<GuestCart>> GUEST_CARTS = Property.of("guest_carts", new TypeReference<>() {});

    /** A state stays small: of more guests than these of one user it is forgotten what they handed over. */
    private static final int REMEMBERED = 20;
    /** The carts of further guests stay with them. */
    private static final int KNOWN = 500;

    /**
     * What a user has of one guest.
     *
     * @param quantities null where it is forgotten: nobody can say then what is new of it, so nothing more counts
     */
    record GuestCart(String guestId, Map<String, Long> quantities) {

        private GuestCart forgotten() {
            return new GuestCart(guestId, null);
        }
    }

    private GuestCarts() {}

    /** The user's cart with what is new of the guest's. */
    static Map<String, Long> merged(Optional<Map<String, Long>> cart, Optional<List<GuestCart>> known,
            GuestCartMerged news) {
        var before = before(known.orElse(List.of()), news.guestId());
        return before.isEmpty() ? cart.orElse(Map.of()) : merged(cart, before.get(), news);
    }

    /** Empty where nothing of the guest counts any more. */
    private static Optional<Map<String, Long>> before(List<GuestCart> known, String guestId) {
        for (var guest : known) {
            if (guest.guestId().equals(guestId)) {
                return Optional.ofNullable(guest.quantities());
            }
        }
        return known.size() < KNOWN ? Optional.of(Map.of()) : Optional.empty();
    }

    private static Map<String, Long> merged(Optional<Map<String, Long>> cart, Map<String, Long> before,
            GuestCartMerged news) {
        var products = new HashSet<>(before.keySet());
        products.addAll(news.quantities().keySet());
        var changed = cart;
        for (var product : products) {
            long more = news.quantities().getOrDefault(product, 0L) - before.getOrDefault(product, 0L);
            if (more != 0) {
                changed = Optional.of(more > 0 ? Cart.plus(changed, product, more)
                        : Cart.minus(changed, product, -more));
            }
        }
        return changed.orElse(Map.of());
    }

    static List<GuestCart> remembered(Optional<List<GuestCart>> known, GuestCartMerged news) {
        var guests = new ArrayList<>(known.orElse(List.of()));
        if (before(guests, news.guestId()).isPresent()) {
            guests.removeIf(guest -> guest.guestId().equals(news.guestId()));
            guests.add(new GuestCart(news.guestId(), news.quantities()));
        }
        int forgotten = Math.max(0, guests.size() - REMEMBERED);
        guests.subList(0, forgotten).replaceAll(GuestCart::forgotten);
        return guests;
    }
}
