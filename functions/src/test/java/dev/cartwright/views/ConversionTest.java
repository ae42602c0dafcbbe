package dev.cartwright.views;

import static dev.cartwright.views.Shopping.ordered;
import static dev.cartwright.views.Shopping.removed;
import static dev.cartwright.views.Shopping.renamed;
import static dev.cartwright.views.Shopping.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.RuleSetVersion;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversionTest {

    /** A time of its own for each test, and in the future: nobody else has a cart then. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS)
            .plus(Duration.ofDays(4000 + new Random().nextInt(3000))).plus(Duration.ofMinutes(17)).plusSeconds(30);
    private final ViewInstance instance = new ViewInstance(new RuleSetVersion(5, "five"), () -> now);
    private final String shopper = UUID.randomUUID().toString();

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void without_carts_there_is_none() {
        assertThat(hour()).isEqualTo(row("hour", 0, 0, null));
    }

    @Test
    void carts_are_those_that_were_ordered_and_those_that_are_open() {
        process(added("open", 5), added("opened", 6), added("ordering", 10), order("ordering", 2));
        assertThat(hour()).isEqualTo(row("hour", 3, 1, "0.3333"));
        process(order("open", 1));
        assertThat(hour()).isEqualTo(row("hour", 3, 2, "0.6667"));
    }

    @Test
    void what_happened_before_the_window_does_not_count() {
        process(added("today", 90), added("ordered today", 80), order("ordered today", 70), added("ordering", 65),
                order("ordering", 3), added("coming back", 61), renamed(shopper + "coming back", minutesAgo(59)),
                added("long ago", 25 * 60));
        assertThat(hour()).isEqualTo(row("hour", 2, 1, "0.5000"));
        assertThat(instance.view("conversion", Map.of("window", "day"))).isEqualTo(row("day", 4, 2, "0.5000"));
    }

    @Test
    void window_begins_with_a_whole_minute() {
        var first = now.minus(Duration.ofMinutes(59)).truncatedTo(ChronoUnit.MINUTES);
        process(Shopping.added(shopper + "before", first.minusMillis(1), "p", 1), Shopping.added(shopper + "within", first, "p", 1),
                ordered(shopper + "phone", first.minusMillis(1), "p", 100), ordered(shopper, first, "p", 100));
        assertThat(hour()).isEqualTo(row("hour", 2, 1, "0.5000"));
    }

    @Test
    void cart_that_was_emptied_by_hand_does_not_count() {
        process(added("emptied", 5), removed(shopper + "emptied", minutesAgo(4), "p"));
        assertThat(hour()).isEqualTo(row("hour", 0, 0, null));
    }

    @Test
    void order_without_a_cart_is_a_cart_that_was_ordered() {
        process(order("by phone", 5));
        assertThat(hour()).isEqualTo(row("hour", 1, 1, "1.0000"));
    }

    @Test
    void who_orders_and_fills_the_cart_again_has_two() {
        process(added("keen", 9), order("keen", 8), added("keen", 7));
        assertThat(hour()).isEqualTo(row("hour", 2, 1, "0.5000"));
    }

    @Test
    void cart_of_a_guest_who_signs_in_is_one_cart() {
        var guest = "guest-" + shopper;
        process(Shopping.added(guest, minutesAgo(9), "p", 2));
        assertThat(hour()).isEqualTo(row("hour", 1, 0, "0.0000"));
        process(signedIn(guest, shopper + "user", minutesAgo(8)));
        assertThat(hour()).isEqualTo(row("hour", 1, 0, "0.0000"));
        process(order("user", 7));
        assertThat(hour()).isEqualTo(row("hour", 1, 1, "1.0000"));
    }

    private String hour() {
        return instance.view("conversion", Map.of());
    }

    private static String row(String window, int carts, int orders, String conversion) {
        return "[{\"window\":\"" + window + "\",\"carts\":" + carts + ",\"orders\":" + orders + ",\"conversion\":"
                + conversion + "}]";
    }

    private void process(CloudEvent... events) {
        instance.process(List.of(events));
    }

    private CloudEvent added(String name, int minutes) {
        return Shopping.added(shopper + name, minutesAgo(minutes), "p", 1);
    }

    private CloudEvent order(String name, int minutes) {
        return ordered(shopper + name, minutesAgo(minutes), "p", 100);
    }

    private Instant minutesAgo(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
