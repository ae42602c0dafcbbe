package dev.cartwright.redis;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.EventHeaders;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.testing.LogSamples;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.WholeLog;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutcomeEchoTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final RedisPool redis = pool(Servers.cache());
    private final InMemoryPublisher broker = new InMemoryPublisher();
    private final OutcomeEcho echo = OutcomeEcho.start(broker, redis);
    private final RedisOutcomeFeed feed = RedisOutcomeFeed.ofEcho(redis);

    @AfterEach
    void stop() {
        feed.close();
        echo.close();
        redis.close();
    }

    @Test
    void whoever_waits_gets_the_follow_up_exactly_as_it_was_published() throws Exception {
        var awaited = feed.first("cause", LONG);
        get(awaited.following());
        echo.publish(List.of(new Publication(event("from-outside"), "cart"), followUp("1", "cause")));
        var told = get(awaited.first()).orElseThrow();
        assertThat(EventHeaders.of(told)).isEqualTo(EventHeaders.of(broker.published().get(1).event()));
        assertThat(broker.published()).extracting(publication -> publication.event().getId())
                .containsExactly("from-outside", "1");
    }

    @Test
    void what_was_not_published_is_not_told() throws Exception {
        Publisher away = publications -> {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "away");
        };
        try (var other = OutcomeEcho.start(away, redis)) {
            var awaited = feed.first("lost-cause", Duration.ofMillis(300));
            get(awaited.following());
            assertThatThrownBy(() -> other.publish(List.of(followUp("1", "lost-cause"))))
                    .isInstanceOf(Unavailable.class);
            assertThat(get(awaited.first())).isEmpty();
        }
    }

    @Test
    void follow_up_that_went_out_in_another_way_is_told_too() throws Exception {
        var awaited = feed.first("answered", LONG);
        get(awaited.following());
        echo.tell(followUp("1", "answered"));
        assertThat(get(awaited.first())).isPresent();
        assertThat(broker.published()).isEmpty();
    }

    @Test
    void follow_up_that_cannot_be_told_is_logged_without_what_it_says_and_the_next_ones_are_told() throws Exception {
        try (var log = WholeLog.open()) {
            echo.tell(new Publication(CloudEventBuilder.v1(followUp("1", "bad").event()).withData(() -> {
                throw new IllegalStateException("secret");
            }).build(), null));
            assertThat(Waiting.until(LONG, () -> log.text().contains("Telling outcomes failed"))).isTrue();
            assertThat(log.text()).doesNotContain("secret");
        }
        follow_up_that_went_out_in_another_way_is_told_too();
    }

    @Test
    void cache_that_refuses_is_told_of() {
        try (var server = RedisServer.cache(); var full = pool(server); var other = OutcomeEcho.start(broker, full);
                var log = WholeLog.open()) {
            full.pipelined(pipeline -> pipeline.set("outcomes", "no stream"));
            other.tell(followUp("1", "cause"));
            assertThat(Waiting.until(LONG, () -> log.text().contains("The cache refuses"))).isTrue();
        }
    }

    @Test
    void frozen_cache_holds_up_no_publication() {
        try (var server = RedisServer.cache(); var frozen = pool(server);
                var other = OutcomeEcho.start(broker, frozen)) {
            server.freeze();
            long start = System.nanoTime();
            other.publish(Collections.nCopies(12_000, followUp("1", "cause")));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(broker.published()).hasSize(12_000);
            server.kill();
        }
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static Publication followUp(String id, String cause) {
        return new Publication(CloudEventBuilder.v1(event(id)).withExtension("causationid", cause).build(), null);
    }

    private static CloudEvent event(String id) {
        return LogSamples.event("user/1", NINE, id);
    }

    private static RedisPool pool(RedisServer server) {
        return new RedisPool("the cache", URI.create(server.url()), Duration.ofSeconds(20));
    }
}
