package dev.cartwright.sre;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisPulses;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.testing.Servers;
import io.cloudevents.CloudEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that share a Redis look out for each other. */
class SilenceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Somewhere place = new Somewhere();
    private final RedisPool redis = new RedisPool("cache", URI.create(Servers.cache().url()), Duration.ofSeconds(10));
    private final RedisPulses pulses = new RedisPulses(redis, () -> place.now);
    private final InMemoryPublisher broker = new InMemoryPublisher();
    private final Reporter one = place.instance("one", broker, pulses);
    private final Reporter two = place.instance("two", broker, pulses);
    private final Reporter three = place.instance("three", broker, pulses);

    @BeforeEach
    void everybodyIsThere() {
        forgetAll();
        place.passes(MINUTE, one, two, three);
    }

    @AfterEach
    void close() {
        forgetAll();
        redis.close();
    }

    @Test
    void whoeverLivesTellsOfOneThatSaysNothing_andItIsOneEvent() {
        place.passes(Duration.ofSeconds(40), one, two);
        assertThat(silent()).isEmpty();
        place.passes(Duration.ofSeconds(10), one, two);
        place.passes(MINUTE, one, two);

        assertThat(silent()).isNotEmpty().extracting(CloudEvent::getSubject).containsOnly("service/cart");
        assertThat(silent().stream().distinct()).hasSize(1).first().satisfies(event -> {
            assertThat(event.getTime().toInstant()).isEqualTo(Somewhere.NINE.plusSeconds(50 + 45));
            assertThat(event.getId()).isEqualTo("silent-cart.three-2023-04-19T09:00:50.000000Z");
        });
    }

    @Test
    void whoTellsAtTheSameTimeTellsTheSame() {
        place.passes(Duration.ofSeconds(40), one, two);
        one.report();
        pulses.tell(Map.of("cart.three", Somewhere.NINE.plusSeconds(50)));
        two.report();
        assertThat(silent()).hasSize(2);
        assertThat(silent().get(0)).isEqualTo(silent().get(1));
    }

    @Test
    void whoSaysGoodbyeIsNotMissed() {
        three.stop();
        place.passes(MINUTE.multipliedBy(2), one, two);
        assertThat(silent()).isEmpty();
    }

    @Test
    void oneThatDiesWithThePulsesIsRemembered() {
        forgetAll();
        place.passes(MINUTE.multipliedBy(2), one, two);
        assertThat(silent()).extracting(CloudEvent::getId).containsOnly(
                "silent-cart.three-2023-04-19T09:00:40.000000Z");
    }

    @Test
    void nobodyIsJudgedByOneThatSleptItselfOrJustCame() {
        var four = place.instance("four", broker, pulses);
        place.now = place.now.plusSeconds(600);
        place.passes(Duration.ofSeconds(40), one, two, three, four);
        assertThat(silent()).isEmpty();
    }

    private List<CloudEvent> silent() {
        return broker.published().stream().map(publication -> publication.event())
                .filter(event -> event.getType().equals("service-silent")).toList();
    }

    private void forgetAll() {
        pulses.heard().keySet().forEach(pulses::forget);
    }
}
