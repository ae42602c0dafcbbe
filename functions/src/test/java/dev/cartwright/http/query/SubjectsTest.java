package dev.cartwright.http.query;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State, history and explanation of a subject. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class SubjectsTest {

    @Test
    void state_tells_what_it_is_made_of() {
        add("state", "1", 0);
        add("state", "2", 1);
        assertThat(get("/subjects/user/state").text()).isEqualTo("""
                {"subject":"user/state","version":2,"position":"2023-04-19T09:01:00.000000Z#2#/test",\
                "time":"2023-04-19T09:01:00.000000Z","properties":{"cart":{"123":2},"last_product_added":"123"}}""");
    }

    @Test
    void state_that_is_still_the_same_is_not_sent_again() {
        add("tag", "1", 0);
        var tag = get("/subjects/user/tag").header("etag");
        var request = Call.of("GET", "/subjects/user/tag").with("if-none-match", tag);
        assertThat(request.send().status()).isEqualTo(304);
        add("tag", "2", 1);
        assertThat(request.send().status()).isEqualTo(200);
    }

    @Test
    void state_as_of_a_time_is_made_of_the_events_up_to_it() {
        add("past", "1", 0);
        add("past", "2", 1);
        assertThat(get("/subjects/user/past?at=2023-04-19T09:00:30Z").json().path("version").asInt()).isOne();
        assertThat(get("/subjects/user/past?at=2023-04-19T11:01:00+02:00").json().path("version").asInt()).isEqualTo(2);
        assertThat(get("/subjects/user/past?at=2023-04-19T08:59:59Z").status()).isEqualTo(404);
        var bad = get("/subjects/user/past?at=noon");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.field()).isEqualTo("at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects/user/nobody", "/subjects/user/nobody/events",
            "/subjects/user/nobody/explain?event=1", "/subjects/nothing/1", "/subjects/user", "/subjects"})
    void unknown_subject_is_not_found(String path) {
        var answer = get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }

    @Test
    void history_is_read_page_by_page_newest_first() {
        for (int i = 1; i <= 5; i++) {
            add("pages", String.valueOf(i), i);
        }
        var first = get("/subjects/user/pages/events?limit=2").json();
        var second = get("/subjects/user/pages/events?limit=2&cursor=" + first.path("next").asText()).json();
        var third = get("/subjects/user/pages/events?limit=2&cursor=" + second.path("next").asText()).json();
        assertThat(first.path("events").findValuesAsText("id")).containsExactly("5", "4");
        assertThat(second.path("events").findValuesAsText("id")).containsExactly("3", "2");
        assertThat(third.path("events").findValuesAsText("id")).containsExactly("1");
        assertThat(third.has("next")).isFalse();
    }

    @Test
    void history_holds_events_as_they_were_sent() {
        added("/", "sent", "1").with("ce-note", "x").send();
        assertThat(get("/subjects/user/sent/events").json().path("events").path(0)).hasToString("""
                {"specversion":"1.0","id":"1","source":"/test","type":"product-added-to-cart","subject":"user/sent",\
                "time":"2023-04-19T09:00:00.000000Z","datacontenttype":"application/json",\
                "dataschema":"/schemas/product-added-to-cart","note":"x",\
                "data":{"product_id":"123","user_id":"sent"}}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "cursor=x", "cursor=%23", "cursor=YWJj"})
    void bad_limit_or_cursor_is_refused_by_name(String query) {
        var answer = get("/subjects/user/sent/events?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void explanation_tells_what_rules_did() {
        add("why", "1", 0);
        var why = get("/subjects/user/why/explain?event=1").json();
        assertThat(why.path("outcome").asText()).isEqualTo("applied");
        assertThat(why.path("rules").path(0).path("rule").asText()).isEqualTo("on-product-added-store-event-sourcing");
        assertThat(why.path("rules").path(0).path("fired").asBoolean()).isTrue();
        assertThat(why.path("rules").path(0).path("changes").path(0).path("after").asText()).isEqualTo("123");
        assertThat(why.path("rules").path(0).path("emitted").path(0).asText()).isEqualTo("product-demanded");
        assertThat(why.path("before").isEmpty()).isTrue();
        assertThat(why.path("after").path("cart").path("123").asInt()).isOne();
        assertThat(why.path("recorded").path("follow_ups").path(0).path("subject").asText()).isEqualTo("product/123");
    }

    @Test
    void explanation_asks_for_an_event() {
        add("why", "1", 0);
        assertThat(get("/subjects/user/why/explain").field()).isEqualTo("event");
        assertThat(get("/subjects/user/why/explain?event=2").status()).isEqualTo(404);
    }

    @Test
    void ids_with_slashes_and_the_words_of_paths_are_ids() {
        add("a%2Fb%20c/events", "a/b c/events", "1", 0);
        assertThat(get("/subjects/user/a/b%20c%2Fevents").json().path("subject").asText())
                .isEqualTo("user/a/b c/events");
        assertThat(get("/subjects/user/a%2Fb%20c%2Fevents/events").json().path("events").size()).isOne();
    }

    private static void add(String user, String id, int minute) {
        add(user, user, id, minute);
    }

    private static void add(String encoded, String user, String id, int minute) {
        var answer = added("/", encoded, id).with("ce-time", "2023-04-19T09:0%d:00Z".formatted(minute))
                .body("{\"product_id\":\"123\",\"user_id\":\"" + user + "\"}").send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }
}
