package dev.cartwright.http.query;

import static dev.cartwright.http.Call.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.Call;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.shop.Shop;
import dev.cartwright.shop.trade.Slot;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views over HTTP; other tests count in the same shop, so each looks for products of its own. */
@QuarkusTest
@WithTestResource(ShopServers.class)
@TestProfile(ViewsTest.Fresh.class)
class ViewsTest {

    /** Every answer is new. */
    public static final class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cartwright.views.age", "0s");
        }
    }

    private final String mine = "views-" + UUID.randomUUID();
    private final Instant now = Instant.now();

    @Test
    void top_products_are_those_that_were_added_most() {
        demand("one", now, 1);
        demand("three", now, 3);
        demand("two", now, 2);
        var answer = get("/views/top-products?limit=1000").json();
        assertThat(answer.path("name").asText()).isEqualTo("top-products");
        assertThat(Rfc3339.parse(answer.path("as_of").asText())).isBetween(now, Instant.now());
        assertThat(mine(answer)).containsExactly(mine + "-three 3", mine + "-two 2", mine + "-one 1");
    }

    @Test
    void window_is_by_the_time_when_it_happened() {
        demand("new", now, 1);
        demand("old", now.minus(Duration.ofHours(2)), 2);
        demand("ancient", now.minus(Duration.ofHours(26)), 3);
        assertThat(mine(get("/views/top-products?limit=1000&window=hour").json())).containsExactly(mine + "-new 1");
        assertThat(mine(get("/views/top-products?limit=1000&window=day").json()))
                .containsExactly(mine + "-old 2", mine + "-new 1");
    }

    @Test
    void revenue_is_exact() {
        sale(Map.of("a", 1999L, "b", 5L));
        sale(Map.of("b", 1995L));
        var answer = get("/views/top-products?by=revenue&limit=1000").json();
        assertThat(mine(answer)).containsExactly(mine + "-b 20.00", mine + "-a 19.99");
    }

    @Test
    void rules_are_told_all_at_once() {
        var answer = get("/views/rules").json();
        assertThat(answer.path("rows").size()).isEqualTo(Shop.rules().rules().size());
        assertThat(answer.path("rows").get(0).path("counts").path("hour").path("fired").isNumber()).isTrue();
        assertThat(answer.has("next")).isFalse();
    }

    @Test
    void sales_are_told_by_the_minute() {
        var before = get("/views/sales?limit=1000").json().path("rows");
        sale(Map.of("a", 1999L));
        var after = get("/views/sales?limit=1000").json().path("rows");
        assertThat(after.size()).isBetween(60, 61);
        assertThat(sum(after, "orders").subtract(sum(before, "orders"))).isEqualByComparingTo("1");
        assertThat(sum(after, "revenue").subtract(sum(before, "revenue"))).isEqualByComparingTo("19.99");
    }

    @Test
    void products_are_those_that_are_offered() {
        deliver("product-catalogued", "catalog/all", now, """
                "catalog":"all","product_id":"%s","name":"Teapot","price":29.50,"category":"Kitchen","image":"/t.svg\""""
                .formatted(mine));
        var rows = get("/views/products?limit=1000").json().path("rows");
        assertThat(rows).filteredOn(row -> row.path("product_id").asText().equals(mine)).singleElement()
                .hasToString("""
                        {"product_id":"%s","name":"Teapot","price":29.50,"category":"Kitchen","image":"/t.svg"}"""
                        .formatted(mine));
    }

    @Test
    void events_are_seen_as_they_pass() {
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> {
            demand("passing", now, 1);
            return get("/views/latest-events").text().contains("on-demand-counted");
        })).isTrue();
        assertThat(get("/views/latest-events").json().path("rows").path(0).fieldNames()).toIterable()
                .containsExactly("id", "source", "type", "subject", "time", "outcome", "rules");
    }

    @Test
    void rows_come_page_by_page() {
        demand("a", now, 1);
        demand("b", now, 1);
        var first = get("/views/top-products?limit=1").json();
        var second = get("/views/top-products?limit=1&cursor=" + first.path("next").asText()).json();
        assertThat(first.path("rows").size()).isOne();
        assertThat(second.path("rows").path(0)).isNotEqualTo(first.path("rows").path(0));
        assertThat(get("/views/top-products?limit=1000").json().has("next")).isFalse();
    }

    @Test
    void rows_that_are_still_the_same_are_not_sent_again() {
        demand("tag", now, 1);
        var tag = get("/views/top-products").header("etag");
        var request = Call.of("GET", "/views/top-products").with("if-none-match", tag);
        assertThat(request.send().status()).isEqualTo(304);
        demand("tag", now, 1000);
        assertThat(request.send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"top-products?by=weight,by", "top-products?window=week,window", "sales?by=adds,by",
            "top-products?limit=0,limit", "top-products?cursor=x,cursor", "top-products?cursor=LTE,cursor"})
    void bad_parameters_are_refused_by_name(String query, String field) {
        var answer = get("/views/" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/views/nothing", "/views/nothing?by=weight"})
    void unknown_view_is_not_found_and_the_answer_tells_which_there_are(String path) {
        var answer = get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asText()).contains("top-products", "sales");
    }

    private List<String> mine(JsonNode answer) {
        return StreamSupport.stream(answer.path("rows").spliterator(), false)
                .filter(row -> row.path("product_id").asText().startsWith(mine))
                .map(row -> row.path("product_id").asText() + ' '
                        + (row.has("adds") ? row.path("adds") : row.path("revenue").decimalValue().toPlainString()))
                .toList();
    }

    private static BigDecimal sum(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.path(field).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void demand(String product, Instant time, int times) {
        for (int i = 0; i < times; i++) {
            deliver("demand-counted", "shop/" + slot(time) + ".1", time,
                    "\"slot\":\"%s.1\",\"product_id\":\"%s-%s\"".formatted(slot(time), mine, product));
        }
    }

    private void sale(Map<String, Long> revenue) {
        var products = new StringBuilder();
        revenue.forEach((product, cents) -> products.append(products.isEmpty() ? "" : ",")
                .append("\"%s-%s\":%d".formatted(mine, product, cents)));
        deliver("sale-counted", "shop/" + slot(now) + ".2", now,
                "\"slot\":\"%s.2\",\"orders\":1,\"minute\":\"%s\",\"revenue\":{%s}"
                        .formatted(slot(now), Slot.minute(now), products));
    }

    private static String slot(Instant time) {
        return Slot.board(Slot.floor(time)).board();
    }

    private static void deliver(String type, String subject, Instant time, String fields) {
        var answer = Call.of("POST", "/").with("ce-specversion", "1.0").with("ce-id", UUID.randomUUID().toString())
                .with("ce-source", "/test").with("ce-type", type).with("ce-subject", subject)
                .with("ce-time", Rfc3339.format(time)).with("content-type", "application/json")
                .body("{" + fields + "}").send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }
}
