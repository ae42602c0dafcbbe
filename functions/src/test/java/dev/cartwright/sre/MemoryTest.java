package dev.cartwright.sre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final Works works = new Works();

    @Test
    void keeps_the_last_hour() {
        var place = new Somewhere();
        place.passes(Duration.ofHours(2), place.instance("one", works.broker(), new NobodyElse()));
        var samples = place.memory.recollect().samples();
        assertThat(samples).hasSize(360);
        assertThat(samples.get(0).time()).isEqualTo("2023-04-19T10:00:00.000000Z");
        assertThat(samples.get(359).time()).isEqualTo("2023-04-19T10:59:50.000000Z");
        works.close();
    }

    @Test
    void counts_what_waits() {
        var place = new Somewhere();
        var one = place.instance("one", works.broker(), new NobodyElse());
        place.redisAway = true;
        place.passes(Duration.ofMinutes(1), one);
        assertThat(place.memory.recollect().waiting()).isEqualTo(6);
        place.redisAway = false;
        place.passes(Duration.ofSeconds(10), one);
        assertThat(place.memory.recollect().waiting()).isZero();
        works.close();
    }
}
