package dev.cartwright.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.operations.InstanceEvent.RuleWork;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.shop.Shop;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RuleMapTest {

    private static final RuleSet RULES = Shop.rules();
    private static final String ADDED = "on-product-added-store-event-sourcing";
    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");
    private static final RuleTally NOBODY = (from, to) -> Map.of();

    @Test
    void tells_what_each_rule_declares() {
        var row = row(new RuleMap(RULES, Optional.empty(), NOBODY), ADDED);
        assertThat(row.path("group").asText()).isEqualTo("cart");
        assertThat(row.path("kind").asText()).isEqualTo("user");
        assertThat(words(row.path("on"))).containsExactly("product-added-to-cart");
        assertThat(words(row.path("emits"))).containsExactly("product-demanded");
        assertThat(row.path("sentence").asText()).startsWith("Remember what the shopper added last");
        assertThat(words(row.path("conditions"))).containsExactly("subject is user/{user_id}");
        assertThat(words(row.path("changes"))).containsExactly("set last_product_added", "update cart",
                "rank by cart");
        assertThat(row.path("source").asText())
                .matches("rules/src/main/java/dev/cartwright/shop/cart/OnProductAdded.java:\\d+");
        assertThat(row.has("source_url")).isFalse();
        assertThat(row.path("types").get(0).toString()).isEqualTo("{\"type\":\"product-added-to-cart\","
                + "\"kind\":\"user\",\"group\":\"cart\",\"senders\":[\"guest\",\"shopper\",\"service\"]}");
        assertThat(row.path("counts").path("hour").toString())
                .isEqualTo("{\"fired\":0,\"stopped\":0,\"failed\":0}");
    }

    @Test
    void tells_of_every_rule() {
        var map = new RuleMap(RULES, Optional.empty(), NOBODY);
        assertThat(map.rows(Map.of(), NOW)).hasSameSizeAs(RULES.rules());
        assertThat(map.usualLimit()).isGreaterThanOrEqualTo(RULES.rules().size());
    }

    @Test
    void source_is_a_link_where_the_sources_can_be_read() {
        var root = Optional.of(URI.create("https://git.example/shop/blob/main"));
        assertThat(row(new RuleMap(RULES, root, NOBODY), ADDED).path("source_url").asText()).matches(
                "https://git.example/shop/blob/main/rules/src/main/java/.*/OnProductAdded.java#L\\d+");
    }

    @Test
    void counts_are_what_the_samples_of_all_instances_tell() {
        var mine = UUID.randomUUID().toString();
        var instances = List.of("cart." + mine + "-1", "cart." + mine + "-2");
        try (var shop = new ViewInstance(new RuleSetVersion(1, "map"), () -> NOW)) {
            var tally = new SampledRules(shop.subjects(), () -> instances);
            assertThat(tally.between(NOW.minusSeconds(3600), NOW)).isEmpty();
            shop.deliver(sample(instances.get(0), NOW.minusSeconds(3700), new RuleWork(100L, 0L, 0L)));
            shop.deliver(sample(instances.get(0), NOW.minusSeconds(1800), new RuleWork(10L, 1L, 0L)));
            shop.deliver(sample(instances.get(0), NOW.minusSeconds(30), null));
            shop.deliver(sample(instances.get(1), NOW.minusSeconds(20), new RuleWork(3L, 0L, 2L)));
            assertThat(tally.between(NOW.minusSeconds(3600), NOW)).isEqualTo(Map.of(ADDED, new RuleWork(13L, 1L, 2L)));
            shop.deliver(sample(instances.get(1), NOW.minusSeconds(10), new RuleWork(1L, 0L, 0L)));
            assertThat(tally.between(NOW.minusSeconds(60), NOW)).isEqualTo(Map.of(ADDED, new RuleWork(4L, 0L, 2L)));
        }
    }

    @Test
    void instances_of_all_services_count() {
        ViewInstance.forget();
        var services = List.of("one-" + UUID.randomUUID(), "other-" + UUID.randomUUID());
        try (var shop = new ViewInstance(new RuleSetVersion(1, "map"), () -> NOW)) {
            services.forEach(service -> shop.process(List.of(sample(service + ".1", NOW.minusSeconds(5),
                    new RuleWork(7L, 0L, 1L)))));
            var row = row(RuleMap.of(RULES, Optional.empty(), shop.subjects()), ADDED);
            assertThat(row.path("counts").path("minute").toString())
                    .isEqualTo("{\"fired\":14,\"stopped\":0,\"failed\":2}");
        }
    }

    private static CloudEvent sample(String instance, Instant time, RuleWork work) {
        var data = Json.MAPPER.createObjectNode().put("instance", instance)
                .put("service", instance.substring(0, instance.indexOf('.'))).put("revision", "r1").put("seconds", 10);
        data.putObject("work").put("events", 1).put("dead_letters", 0).put("requests", 1).put("errors", 0)
                .put("response_ms", 1).put("mean_ms", 1).put("p50_ms", 1).put("p95_ms", 1).put("p99_ms", 1)
                .put("lane_depth", 0);
        data.putObject("resources").put("cpu_percent", 1).put("memory_mb", 1).put("memory_limit_mb", 1)
                .put("bytes_in", 1).put("bytes_out", 1);
        data.putObject("stores").put("redis_ms", 1).put("bigtable_ms", 1);
        if (work != null) {
            data.putObject("rules").set(ADDED, Json.MAPPER.valueToTree(work));
        }
        return CloudEventBuilder.v1().withId(UUID.randomUUID().toString()).withSource(URI.create("/test"))
                .withType("health-sampled").withSubject("instance/" + instance).withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(data)).build();
    }

    private static JsonNode row(RuleMap map, String rule) {
        JsonNode rows = Json.MAPPER.valueToTree(map.rows(Map.of(), NOW));
        return StreamSupport.stream(rows.spliterator(), false).filter(row -> row.path("rule").asText().equals(rule))
                .findFirst().orElseThrow();
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
