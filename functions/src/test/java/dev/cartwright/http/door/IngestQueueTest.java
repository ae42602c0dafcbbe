package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.http.HttpConfig;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Refused;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unavailable.Reason;
import dev.cartwright.testing.LogSamples;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestQueueTest {

    private final List<Integer> writes = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private IngestQueue queue = queue(Map.of("cartwright.http.max-waiting", "100K"));

    @AfterEach
    void stop() {
        queue.stop();
    }

    @Test
    void requests_that_wait_share_one_write() throws Exception {
        queue.start();
        var one = publish(1);
        first.await();
        var two = publish(2);
        var three = publish(3);
        gate.countDown();
        CompletableFuture.allOf(one, two, three).get(5, TimeUnit.SECONDS);
        assertThat(writes).containsExactly(1, 5);
    }

    @Test
    void failed_write_fails_its_requests_and_no_others() throws Exception {
        queue.start();
        gate.countDown();
        assertRefused(publish(13), Reason.STORE_AWAY);
        publish(1).get(5, TimeUnit.SECONDS);
    }

    @Test
    void event_that_the_broker_does_not_take_fails_its_own_request_alone() throws Exception {
        queue.start();
        var one = publish(1);
        first.await();
        var two = publish(5);
        var three = publish(2);
        gate.countDown();
        CompletableFuture.allOf(one, three).get(5, TimeUnit.SECONDS);
        assertThatThrownBy(() -> two.get(5, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(NotAllPublished.class,
                e -> assertThat(e.failures()).containsOnlyKeys(4));
    }

    @Test
    void more_bytes_than_may_wait_are_told_to_come_again() {
        assertThat(publish(event(30_000))).isNotDone();
        assertThat(publish(event(60_000))).isNotDone();
        assertRefused(publish(event(30_000)), Reason.LANE_FULL);
        assertRefused(publish(20), Reason.LANE_FULL);
        assertThat(publish(1)).isNotDone();
    }

    @Test
    void request_that_is_larger_than_all_that_may_wait_is_published_alone() throws Exception {
        queue.start();
        var large = publish(event(200_000));
        first.await();
        assertRefused(publish(1), Reason.LANE_FULL);
        gate.countDown();
        large.get(5, TimeUnit.SECONDS);
        publish(1).get(5, TimeUnit.SECONDS);
    }

    @Test
    void request_whose_events_are_not_published_in_time_is_told_to_come_again() {
        queue = queue(Map.of("cartwright.http.patience", "100ms"));
        queue.start();
        assertRefused(publish(1), Reason.STORE_AWAY);
    }

    @Test
    void loop_that_an_error_ends_keeps_nobody_waiting_and_is_alive_no_longer() throws Exception {
        queue.start();
        assertThat(queue.isAlive()).isTrue();
        var fatal = publish(14);
        first.await();
        var next = publish(1);
        gate.countDown();
        assertRefused(fatal, Reason.STOPPING);
        assertRefused(next, Reason.STOPPING);
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> !queue.isAlive())).isTrue();
    }

    private static void assertRefused(CompletableFuture<Void> published, Reason reason) {
        assertThatThrownBy(() -> published.get(5, TimeUnit.SECONDS)).cause()
                .isInstanceOfSatisfying(Unavailable.class, why -> assertThat(why.reason()).isEqualTo(reason));
    }

    private CompletableFuture<Void> publish(int events) {
        return publish(Collections.nCopies(events, event(0)).toArray(Publication[]::new));
    }

    private CompletableFuture<Void> publish(Publication... publications) {
        return queue.publish(List.of(publications)).toCompletableFuture();
    }

    private static Publication event(int bytes) {
        return new Publication(CloudEventBuilder.v1(LogSamples.event("user/1", LogSamples.NINE, "1"))
                .withData(new byte[bytes]).build(), "cart");
    }

    private void write(List<Publication> publications) {
        first.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (publications.size() == 13) {
            throw new Unavailable(Reason.STORE_AWAY, "the broker is away");
        }
        if (publications.size() == 7) {
            throw new NotAllPublished(Map.of(4, new Refused("too large")));
        }
        if (publications.size() == 14) {
            throw new OutOfMemoryError("as if");
        }
        writes.add(publications.size());
    }

    private IngestQueue queue(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(HttpConfig.class)
                .withDefaultValues(settings).build().getConfigMapping(HttpConfig.class);
        return new IngestQueue(this::write, EventSpans.NONE, config);
    }
}
