package dev.cartwright.sre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.redis.RedisLatestEvents;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.rules.Causality;
import dev.cartwright.rules.Decision;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.LatestEvents;
import dev.cartwright.runtime.Recorded;
import dev.cartwright.testing.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class PassingEventsTest {

    private final RedisPool redis =
            new RedisPool("the cache", URI.create(Servers.cache().url()), Duration.ofSeconds(2));
    private final RedisLatestEvents latest = new RedisLatestEvents(redis);
    private int shown;
    private final PassingEvents passing = new PassingEvents(latest, () -> shown++);

    @BeforeEach
    void forget() {
        try (var client = RedisClient.create(Servers.cache().url())) {
            client.del("latest-events");
        }
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void event_is_shown_with_what_became_of_it() {
        pass("1", Decision.Outcome.DEAD_LETTERED);
        passing.show();
        assertThat(latest.newest()).containsExactly("""
                {"id":"1","source":"/test","type":"product-added-to-cart","subject":"user/456",\
                "time":"2023-04-19T09:00:00.000000Z","outcome":"dead-lettered","rules":["on-product-added"]}""");
        assertThat(shown).isOne();
    }

    @Test
    void few_of_many_are_shown_and_nobody_waits() {
        for (int i = 0; i < 1_000; i++) {
            pass("" + i, Decision.Outcome.APPLIED);
        }
        passing.show();
        assertThat(ids()).containsExactly("4", "3", "2", "1", "0");
    }

    @Test
    void no_more_are_kept_than_some_and_the_newest_stand_first() {
        for (int i = 0; i < LatestEvents.MOST + 18; i++) {
            pass("" + i, Decision.Outcome.APPLIED);
            passing.show();
        }
        assertThat(ids()).hasSize(LatestEvents.MOST).startsWith("217", "216").endsWith("18");
    }

    @Test
    void nothing_is_told_where_nothing_passed() {
        passing.show();
        assertThat(shown).isZero();
    }

    @Test
    void store_that_hangs_costs_what_was_to_be_shown_and_no_more() {
        Servers.cache().freeze();
        try {
            pass("lost", Decision.Outcome.APPLIED);
            passing.show();
        } finally {
            Servers.cache().thaw();
        }
        assertThat(shown).isZero();
        pass("seen", Decision.Outcome.APPLIED);
        passing.show();
        assertThat(ids()).contains("seen");
    }

    private void pass(String id, Decision.Outcome outcome) {
        var event = new Event<>("product-added-to-cart", "/test", id, "user/456", Somewhere.NINE, "", Causality.NONE);
        passing.passed(event, new Recorded(outcome, false, null, List.of("on-product-added"), List.of()));
    }

    private List<String> ids() {
        return latest.newest().stream().map(PassingEventsTest::json).map(row -> row.path("id").asText()).toList();
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
