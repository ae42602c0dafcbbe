package dev.cartwright.pubsub;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.local.servers.PubSubEmulator;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.LogSamples;
import dev.cartwright.testing.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PubSubAwayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    @Test
    void frozen_server_is_unavailable_within_the_deadline_and_gets_all_again_in_order() throws IOException {
        Servers.pubSub();
        try (var emulator = PubSubEmulator.start(); var topic = new Topic(emulator);
                var publisher = new PubSubPublisher(topic.target(DEADLINE))) {
            publisher.publish(some(0, 10));
            emulator.freeze();
            // More subjects than requests may be under way, so that some wait for room.
            assertUnavailableInTime(() -> publisher.publish(some(0, 500)));
            assertUnavailableInTime(publisher::ping);
            emulator.thaw();
            assertThat(Waiting.until(Duration.ofSeconds(30), () -> isPublished(publisher, some(10, 20)))).isTrue();
            assertThat(topic.received()).extracting(message -> message.getAttributesMap().get("ce-id"))
                    .contains(IntStream.range(0, 20).mapToObj(Integer::toString).toArray(String[]::new));
        }
    }

    @Test
    void server_that_is_gone_is_unavailable_within_the_deadline() throws IOException {
        var target = new PubSubTarget(Optional.of("127.0.0.1:1"), "shop", "events", DEADLINE);
        try (var publisher = new PubSubPublisher(target)) {
            assertUnavailableInTime(() -> publisher.publish(some(0, 10)));
            assertUnavailableInTime(publisher::ping);
        }
    }

    @Test
    void topic_that_does_not_exist_is_unavailable_at_once_and_named() throws IOException {
        var target = new PubSubTarget(Optional.of(Servers.pubSub().address()), "shop", "no-such-topic",
                Duration.ofMinutes(1));
        try (var publisher = new PubSubPublisher(target)) {
            assertThatThrownBy(() -> publisher.publish(some(0, 1))).isInstanceOf(Unavailable.class)
                    .hasMessageContaining("projects/shop/topics/no-such-topic");
            assertThatThrownBy(publisher::ping).isInstanceOf(Unavailable.class);
        }
    }

    private static boolean isPublished(PubSubPublisher publisher, List<Publication> publications) {
        try {
            publisher.publish(publications);
            return true;
        } catch (Unavailable notYet) {
            return false;
        }
    }

    private static void assertUnavailableInTime(ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call).isInstanceOfSatisfying(Unavailable.class,
                e -> assertThat(e.reason()).isEqualTo(Unavailable.Reason.STORE_AWAY));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(MARGIN));
    }

    private static List<Publication> some(int from, int to) {
        return IntStream.range(from, to).mapToObj(i ->
                new Publication(LogSamples.event("user/" + i, NINE, Integer.toString(i)), "cart")).toList();
    }
}
