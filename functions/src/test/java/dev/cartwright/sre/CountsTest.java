package dev.cartwright.sre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final Counts BEFORE = counts(100, Map.of(5.0, 90.0, 50.0, 100.0, 1000.0, 100.0));

    @Test
    void percentilesAreOfWhatHappenedSince() {
        var since = counts(200, Map.of(5.0, 140.0, 50.0, 195.0, 1000.0, 199.0)).since(BEFORE);
        assertThat(since.percentileMs(0.5)).isEqualTo(5);
        assertThat(since.percentileMs(0.95)).isEqualTo(50);
        assertThat(since.percentileMs(0.99)).isEqualTo(1000);
    }

    @Test
    void whatTookLongerThanAllBoundsCountsAsTheLargest() {
        assertThat(counts(101, Map.of(5.0, 90.0, 50.0, 100.0, 1000.0, 100.0)).since(BEFORE).percentileMs(0.5))
                .isEqualTo(1000);
    }

    @Test
    void nothingTookNoTime() {
        assertThat(BEFORE.since(BEFORE).percentileMs(0.99)).isZero();
    }

    private static Counts counts(double events, Map<Double, Double> within) {
        return new Counts(events, 0, within, 0, 0, 0, 0, 0, 0, 0);
    }
}
