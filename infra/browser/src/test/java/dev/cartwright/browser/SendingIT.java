package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code cartwright.js} promises of {@code emit}. */
class SendingIT {

    private Visitor visitor;
    private Page tab;
    private History history;

    @BeforeEach
    void open() {
        visitor = Visitor.develops();
        tab = visitor.opensClient();
        history = new History("user/" + tab.evaluate("user"));
    }

    @AfterEach
    void close() {
        if (visitor != null) {
            visitor.close();
        }
    }

    @Test
    void event_is_a_cloud_event_with_a_time_ordered_id_and_a_trace() {
        var sent = sent(tab.evaluate("add('teapot')"));
        assertThat(sent.get("stored")).isEqualTo(false);
        var event = history.of(1).get(0);
        assertThat(event.path("id").asText()).isEqualTo(sent.get("id"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(event.path("source").asText()).isEqualTo("/test");
        assertThat(event.path("traceparent").asText()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(Instant.parse(event.path("time").asText())).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void events_of_one_moment_go_in_one_request_and_keep_their_order() {
        var requests = new AtomicInteger();
        visitor.context().onRequest(request -> {
            if (request.url().endsWith("/events")) {
                requests.incrementAndGet();
            }
        });
        tab.evaluate("Promise.all(['a', 'b', 'c', 'd'].map(add))");
        assertThat(history.of(4)).extracting(event -> event.path("data").path("product_id").asText())
                .containsExactly("d", "c", "b", "a");
        assertThat(requests.get()).isEqualTo(1);
    }

    @Test
    void event_sent_offline_is_kept_and_goes_out_once_when_online() {
        visitor.context().setOffline(true);
        var sent = sent(tab.evaluate("add('teapot')"));
        assertThat(sent.get("stored")).isEqualTo(true);
        assertThat(tab.evaluate("cart.waiting")).isEqualTo(1);
        visitor.context().setOffline(false);
        assertThat(history.ids(1)).containsExactly((String) sent.get("id"));
        tab.waitForFunction("cart.waiting === 0");
    }

    @Test
    void event_sent_offline_survives_the_page() {
        visitor.context().setOffline(true);
        var sent = sent(tab.evaluate("add('teapot')"));
        tab.close();
        visitor.context().setOffline(false);
        visitor.opensClient();
        assertThat(history.ids(1)).containsExactly((String) sent.get("id"));
    }

    @Test
    void event_whose_answer_got_lost_is_sent_again_with_the_same_id_and_counts_once() {
        var bodies = new ArrayList<String>();
        tab.route("**/events", route -> {
            bodies.add(route.request().postData());
            if (bodies.size() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        var sent = sent(tab.evaluate("add('teapot')"));
        tab.waitForFunction("cart.waiting === 0");
        assertThat(bodies).hasSize(2).allMatch(body -> body.equals(bodies.get(0)));
        assertThat(history.ids(1)).containsExactly((String) sent.get("id"));
    }

    @Test
    void busy_server_is_asked_again_no_sooner_than_it_says() {
        var moments = new ArrayList<Long>();
        tab.route("**/events", route -> {
            moments.add(System.nanoTime());
            if (moments.size() == 1) {
                route.fulfill(new FulfillOptions().setStatus(503)
                        .setHeaders(Map.of("retry-after", "2")));
            } else {
                route.resume();
            }
        });
        assertThat(sent(tab.evaluate("add('teapot')")).get("stored")).isEqualTo(true);
        assertThat(sent(tab.evaluate("add('mug')")).get("stored")).isEqualTo(true);
        tab.waitForFunction("cart.waiting === 0");
        history.of(2);
        assertThat(Duration.ofNanos(moments.get(1) - moments.get(0))).isGreaterThan(Duration.ofMillis(1900));
    }

    @Test
    void refused_event_is_dropped_and_told_and_the_others_go() {
        tab.evaluate("""
                window.outcomes = Promise.allSettled([add('teapot'),
                  cart.emit('order-received', { order_id: '1', user_id: user }, { subject: 'order/1' }), add('mug')])""");
        assertThat(tab.evaluate("outcomes.then(all => all.map(one => one.status))"))
                .isEqualTo(List.of("fulfilled", "rejected", "fulfilled"));
        assertThat(tab.evaluate("outcomes.then(all => [all[1].reason.name, all[1].reason.status])"))
                .isEqualTo(List.of("Refused", 403));
        assertThat(tab.evaluate("refusals.map(one => one.event.type)")).isEqualTo(List.of("order-received"));
        assertThat(tab.evaluate("cart.waiting")).isEqualTo(0);
        history.of(2);
    }

    @Test
    void more_than_is_kept_is_refused_with_the_reason() {
        visitor.context().setOffline(true);
        tab.evaluate("window.cart.close(); window.cart = connect({ outbox: { maxEvents: 2 } })");
        tab.evaluate("Promise.all([add('a'), add('b')])");
        assertThatThrownBy(() -> tab.evaluate("add('c')")).isInstanceOf(PlaywrightException.class)
                .hasMessageContaining("2 events wait to be sent already: no more can be kept");
        assertThat(tab.evaluate("cart.waiting")).isEqualTo(2);
    }

    @Test
    void nobody_sends_what_another_did() {
        visitor.context().setOffline(true);
        tab.evaluate("add('teapot')");
        tab.evaluate("cart.close(); window.cart = connect({ identity: 'another' })");
        visitor.context().setOffline(false);
        tab.evaluate("add('mug')");
        assertThat(history.of(1).get(0).path("data").path("product_id").asText()).isEqualTo("mug");
        assertThat(tab.evaluate("cart.waiting")).isEqualTo(0);
        tab.evaluate("cart.close(); window.cart = connect()");
        history.of(2);
    }

    @Test
    void what_others_left_makes_room_where_the_browser_has_none() {
        visitor.context().setOffline(true);
        tab.evaluate("""
                () => {
                  const fill = key => {
                    for (let size = 1 << 20; size > 0; size = Math.floor(size / 2)) {
                      try {
                        localStorage.setItem(key, 'x'.repeat(size) + (localStorage.getItem(key) ?? ''));
                        size *= 2;
                      } catch {
                        // Less of it may fit.
                      }
                    }
                  };
                  localStorage.setItem('cartwright:outbox::another:1', 'x'.repeat(2000));
                  localStorage.setItem('cartwright:outbox::another:2', 'x'.repeat(2000));
                  fill('of the page');
                }""");
        assertThat(sent(tab.evaluate("add('teapot')")).get("stored")).isEqualTo(true);
        assertThat(tab.evaluate("[1, 2].map(id => localStorage.getItem(`cartwright:outbox::another:${id}`) !== null)"))
                .isEqualTo(List.of(false, true));
        assertThatThrownBy(() -> tab.evaluate("Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(add))"))
                .isInstanceOf(PlaywrightException.class).hasMessageContaining("this browser keeps no more events");
    }

    @Test
    void client_that_was_closed_leaves_events_to_the_others() {
        tab.evaluate("""
                () => navigator.locks.request(`cartwright:send::${user}`, () => {
                  cart.close();
                  window.gone = connect();
                  gone.close();
                  window.cart = connect();
                  window.outcomes = Promise.all([add('teapot'), gone.emit('product-added-to-cart',
                    { product_id: 'mug', user_id: user }, { subject: `user/${user}` })]);
                })""");
        assertThat(tab.evaluate("outcomes.then(all => all.map(one => one.stored))")).isEqualTo(List.of(false, true));
        history.of(2);
    }

    @Test
    void page_with_a_fast_clock_sends_at_the_servers_time() {
        tab.evaluate("const real = Date.now; Date.now = () => real() + 600000; "
                + "cart.close(); window.cart = connect()");
        assertThat(sent(tab.evaluate("add('teapot')")).get("stored")).isEqualTo(false);
        assertThat(tab.evaluate("refusals")).isEqualTo(List.of());
        var time = Instant.parse(history.of(1).get(0).path("time").asText());
        assertThat(time).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
    }

    @Test
    void event_of_a_page_that_is_left_at_once_arrives() {
        tab.evaluate("() => { add('teapot'); location.href = 'about:blank'; }");
        assertThat(history.of(1)).hasSize(1);
    }

    @Test
    void token_that_is_good_no_longer_is_renewed() {
        tab.evaluate("""
                cart.close(); window.asked = [];
                window.cart = connect({ token: async (event, rejected) => {
                  asked.push(rejected);
                  return rejected === 'stale' ? guest.token : 'stale';
                } })""");
        tab.evaluate("add('teapot')");
        history.of(1);
        assertThat(tab.evaluate("asked.includes('stale')")).isEqualTo(true);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> sent(Object receipt) {
        return (Map<String, Object>) receipt;
    }
}
