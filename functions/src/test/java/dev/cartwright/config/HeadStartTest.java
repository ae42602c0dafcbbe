package dev.cartwright.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Unavailable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeadStartTest {

    @Test
    void nobody_waits_for_it() {
        var answer = new CountDownLatch(1);
        new HeadStart(List.of(() -> await(answer))).begin(null);
        answer.countDown();
    }

    @Test
    void what_is_away_keeps_nothing_else_from_being_connected() {
        var connected = new CountDownLatch(1);
        new HeadStart(List.of(HeadStartTest::away, connected::countDown)).begin(null);
        await(connected);
    }

    private static void away() {
        throw new Unavailable(Unavailable.Reason.STORE_AWAY, "the log does not answer");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
