package dev.cartwright.shop.cart;

import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.GuestCarts.GUEST_CARTS;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.guestCartMerged;
import static dev.cartwright.shop.testing.ShopScenario.orderPlaced;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.testing.Happening;
import dev.cartwright.shop.cart.GuestCarts.GuestCart;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnGuestCartMergedTest {

    @Test
    void addsTheGuestsPiecesToTheUsers() {
        given(productAdded("123").by("456")).when(guestCartMerged("guest-1", "456", Map.of("123", 2L, "124", 1L)))
                .then(property(CART).is(Map.of("123", 3L, "124", 1L)), nothingElseEmitted());
    }

    @Test
    void signingInTwiceMergesNothingTwice() {
        given(guestCartMerged("guest-1", "456", Map.of("123", 2L)))
                .when(guestCartMerged("guest-1", "456", Map.of("123", 2L)))
                .then(property(CART).is(Map.of("123", 2L)));
    }

    @Test
    void onlyWhatIsNewOfTheGuestCounts() {
        given(guestCartMerged("guest-1", "456", Map.of("123", 2L, "124", 1L)))
                .when(guestCartMerged("guest-1", "456", Map.of("123", 1L, "125", 1L)))
                .then(property(CART).is(Map.of("123", 1L, "125", 1L)));
    }

    @Test
    void whatWasOrderedDoesNotComeBack() {
        given(guestCartMerged("guest-1", "456", Map.of("123", 2L)), orderPlaced("789").by("456"))
                .when(guestCartMerged("guest-1", "456", Map.of("123", 2L, "124", 1L)))
                .then(property(CART).is(Map.of("124", 1L)));
    }

    @Test
    void theGuestsOfTwoDevicesAddUp() {
        given(guestCartMerged("guest-1", "456", Map.of("123", 1L)))
                .when(guestCartMerged("guest-2", "456", Map.of("123", 1L)))
                .then(property(CART).is(Map.of("123", 2L)), property(GUEST_CARTS).is(List.of(
                        new GuestCart("guest-1", Map.of("123", 1L)), new GuestCart("guest-2", Map.of("123", 1L)))));
    }

    @Test
    void remembersTheLastTwentyGuests() {
        var merges = IntStream.rangeClosed(1, 25)
                .mapToObj(n -> guestCartMerged("guest-" + n, "456", Map.of("123", 1L))).toArray(Happening[]::new);
        var state = given().when(merges).state();
        assertThat(state.get(CART)).contains(Map.of("123", 25L));
        assertThat(state.get(GUEST_CARTS).orElseThrow()).filteredOn(guest -> guest.quantities() != null).hasSize(20)
                .extracting(GuestCart::guestId).startsWith("guest-6").endsWith("guest-25");
    }

    @Test
    void guestThatIsForgottenAddsNothingAgain() {
        var merges = Stream.concat(IntStream.rangeClosed(1, 21).boxed(), Stream.of(1, 2))
                .map(n -> guestCartMerged("guest-" + n, "456", Map.of("123", 1L, "own-" + n, 1L)))
                .toArray(Happening[]::new);
        var state = given().when(merges).state();
        assertThat(state.get(CART).orElseThrow()).containsEntry("123", 21L).containsEntry("own-1", 1L);
    }

    @Test
    void cartOfAGuestTooManyStaysWithTheGuest() {
        var merges = IntStream.rangeClosed(1, 502)
                .mapToObj(n -> guestCartMerged("guest-" + n, "456", Map.of("123", 1L))).toArray(Happening[]::new);
        var state = given().when(merges).state();
        assertThat(state.get(CART)).contains(Map.of("123", 500L));
        assertThat(state.get(GUEST_CARTS).orElseThrow()).hasSize(500);
    }
}
