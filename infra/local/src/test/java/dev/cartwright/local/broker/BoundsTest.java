package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundsTest extends BrokerTest {
    @Test
    void reads_no_more_than_it_has_room_for() {
        functions.answering((event, response) -> { });
        IntStream.range(0, 300).forEach(i -> publish("" + i, "user/" + i));
        var dispatcher = dispatch(options().with(Limits.standard().withBuffered(100).withInFlight(10)));
        await(() -> dispatcher.buffered() == 100);
        publish("one more", "user/1");
        assertThat(pending()).isEqualTo(100);
        assertThat(functions.received()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void goes_on_reading_as_room_is_made() {
        IntStream.range(0, 1_000).forEach(i -> publish("" + i, "user/" + i));
        var dispatcher = dispatch(options().with(Limits.standard().withBuffered(50).withInFlight(10)));
        await(() -> dispatcher.counts().delivered() == 1_000);
        assertThat(functions.ids()).doesNotHaveDuplicates();
    }

    @Test
    void trims_what_is_processed_down_to_what_is_kept() {
        publishMany(3_000, "user/1");
        dispatch(options().with(Limits.standard().withKeep(1_000)));
        await(() -> client.xlen("events") <= 1_100);
        assertThat(client.xlen("events")).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void never_trims_what_is_not_processed() {
        functions.answering((event, response) -> { });
        publishMany(3_000, "user/1");
        try (var stream = new EventStream(options().broker(), "reader")) {
            stream.join();
            stream.trim(1_000);
            assertThat(client.xlen("events")).isEqualTo(3_000);
            stream.next(2);
            stream.trim(1_000);
            assertThat(client.xlen("events")).isEqualTo(3_000);
        }
    }
}
