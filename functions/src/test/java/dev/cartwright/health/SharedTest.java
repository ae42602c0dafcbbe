package dev.cartwright.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.WholeLog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What everybody may ask for tells little and costs little. */
@SecurityCases("Health")
class SharedTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answering = new CountDownLatch(1);

    @Test
    void store_is_asked_once_however_many_want_to_know_at_a_time() {
        var slow = new Shared(new Ping("store", () -> {
            asked.incrementAndGet();
            await(answering);
        }));
        var all = Stream.generate(() -> begin(slow)).limit(100).toList();
        assertThat(Waiting.until(SOON, () -> asked.get() == 1)).isTrue();
        answering.countDown();
        assertThat(all).allSatisfy(one -> assertThat(one.join().getStatus()).isEqualTo(Status.UP));
        assertThat(asked).hasValue(1);
    }

    @Test
    void store_is_asked_anew_after_a_while() {
        var quick = new Shared(new Ping("store", asked::incrementAndGet));
        assertThat(Waiting.until(SOON, () -> begin(quick).join() != null && asked.get() == 2)).isTrue();
    }

    @Test
    void why_a_store_is_away_is_in_the_log_and_not_in_the_answer() {
        try (var log = WholeLog.open()) {
            assertDown(() -> {
                throw new Unavailable(Unavailable.Reason.STORE_AWAY, "redis://10.0.0.1 does not answer");
            });
            assertThat(log.text()).contains("Not ready: store: redis://10.0.0.1 does not answer");
        }
    }

    @Test
    void error_of_ours_is_not_in_the_answer_either() {
        assertDown(() -> {
            throw new IllegalStateException("secret");
        });
    }

    private static void assertDown(Runnable ask) {
        var answer = begin(new Shared(new Ping("store", ask))).join();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getName()).isEqualTo("store");
        assertThat(answer.getData()).isEmpty();
    }

    private static CompletableFuture<HealthCheckResponse> begin(Shared check) {
        return check.call().subscribeAsCompletionStage();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
