package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.RedisFlavour;
import dev.cartwright.local.servers.RedisServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecoveryTest extends BrokerTest {
    @Test
    void new_dispatcher_takes_what_a_crashed_one_of_its_name_had_not_acknowledged() {
        leavePending("dispatcher", 3);
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 3);
        assertThat(functions.ids()).containsExactly("user/1-0", "user/1-1", "user/1-2");
        await(() -> pending() == 0);
    }

    @Test
    void dispatcher_takes_over_from_another_that_has_been_silent() {
        leavePending("another", 3);
        var dispatcher = dispatch(options().with(Limits.standard().withDeadAfter(Duration.ofMillis(200))));
        await(() -> dispatcher.counts().delivered() == 3);
        await(() -> pending() == 0);
    }

    @Test
    void dispatcher_leaves_alone_what_a_living_one_works_at() {
        leavePending("another", 3);
        publish("mine", "user/2");
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 1);
        assertThat(functions.ids()).containsExactly("mine");
    }

    @Test
    void broker_that_is_restarted_is_found_again_and_nothing_is_lost() {
        var held = functions.answering((event, response) -> { });
        publishMany(2, "user/1");
        publishMany(1, "user/2");
        var dispatcher = dispatch(options().with(Limits.standard().withDeadline(Duration.ofMillis(500))));
        await(() -> held.received().size() >= 2);
        int port = redis.port();
        redis.kill();
        functions.answering(204);
        await(() -> dispatcher.counts().delivered() == 3);
        redis = RedisServer.start(new RedisFlavour.Broker(directory), port);
        client.getPool().clear();
        publish("later", "user/3");
        await(() -> dispatcher.counts().delivered() == 4);
        await(() -> pending() == 0);
    }

    @Test
    void stream_that_vanishes_is_made_anew() {
        var dispatcher = dispatch();
        publish("1", "user/1");
        await(() -> dispatcher.counts().delivered() == 1);
        client.flushAll();
        publish("2", "user/1");
        await(() -> dispatcher.counts().delivered() == 2);
    }

    private static void leavePending(String consumer, int events) {
        publishMany(events, "user/1");
        try (var stream = new EventStream(URI.create(redis.url()), consumer)) {
            stream.join();
            assertThat(stream.next(events)).hasSize(events);
        }
    }
}
