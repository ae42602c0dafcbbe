package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A subscription delivers to {@code POST /?group=cart}. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class OtherGroupsTest {

    @Inject
    MeterRegistry meters;

    @Test
    void event_of_the_group_is_processed() {
        assertThat(added("/?group=cart", "own-group", "1").with("group", "cart").send().status()).isEqualTo(204);
        assertThat(isKept("own-group")).isTrue();
    }

    @Test
    void event_of_another_group_is_acknowledged_and_counted_but_not_processed() {
        double before = skipped();
        assertThat(added("/?group=order", "other-group", "1").with("group", "cart").send().status()).isEqualTo(204);
        assertThat(isKept("other-group")).isFalse();
        assertThat(skipped() - before).isEqualTo(1);
    }

    @Test
    void event_that_a_broker_delivers_without_a_group_is_for_nobody() {
        assertThat(added("/?group=cart", "no-group", "1").with("x-goog-pubsub-message-id", "1").send().status())
                .isEqualTo(204);
        assertThat(isKept("no-group")).isFalse();
    }

    @Test
    void event_that_somebody_sends_without_a_group_is_processed() {
        assertThat(added("/?group=cart", "by-hand", "1").send().status()).isEqualTo(204);
        assertThat(isKept("by-hand")).isTrue();
    }

    @Test
    void delivery_that_is_for_no_group_in_particular_is_processed() {
        assertThat(added("/", "any-group", "1").with("group", "order").send().status()).isEqualTo(204);
        assertThat(isKept("any-group")).isTrue();
    }

    private static boolean isKept(String user) {
        return Call.get("/subjects/user/" + user).status() == 200;
    }

    private double skipped() {
        return meters.counter("cartwright.deliveries.of.other.groups").count();
    }
}
