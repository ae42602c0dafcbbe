package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.http.HttpConfig;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Refused;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unavailable.Reason;
import io.smallrye.config.SmallRyeConfigBuilder;
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

    private static final int WAITING = 3;

    private final List<Integer> writes = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final IngestQueue queue = new IngestQueue(this::write, EventSpans.NONE, config());

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
        assertThatThrownBy(() -> publish(13).get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(Unavailable.class);
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
    void more_requests_than_may_wait_are_told_to_come_again() {
        for (int i = 0; i < WAITING; i++) {
            assertThat(publish(1)).isNotDone();
        }
        assertThatThrownBy(() -> publish(1).get()).hasCauseInstanceOf(Unavailable.class);
    }

    private CompletableFuture<Void> publish(int events) {
        var publications = Collections.nCopies(events, new Publication(null, "cart"));
        return queue.publish(publications).toCompletableFuture();
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
        writes.add(publications.size());
    }

    private static HttpConfig config() {
        return new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(HttpConfig.class)
                .withDefaultValue("cartwright.http.max-waiting", Integer.toString(WAITING)).build()
                .getConfigMapping(HttpConfig.class);
    }
}
