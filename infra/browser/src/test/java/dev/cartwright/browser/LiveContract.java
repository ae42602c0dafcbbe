package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.CloseOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code cartwright.js} promises of {@code live}, however it is told. */
abstract class LiveContract {

    private final String transport;
    private final String path;
    private Visitor visitor;
    private Page tab;

    LiveContract(String transport, String path) {
        this.transport = transport;
        this.path = path;
    }

    @BeforeEach
    void open() {
        visitor = Visitor.develops();
        tab = listening();
    }

    @AfterEach
    void close() {
        if (visitor != null) {
            visitor.close();
        }
    }

    @Test
    void state_comes_first_then_each_change() {
        tab.evaluate("add('teapot')");
        awaitAdded(tab, List.of("teapot"));
        assertThat(tab.evaluate("heard[0].kind")).isEqualTo("state");
        tab.waitForFunction("heard.some(one => one.event.type === 'subject-changed' && one.event.data.changed.cart)");
    }

    @Test
    void two_tabs_share_one_stream_and_hear_the_same() {
        var other = listening();
        tab.evaluate("add('teapot')");
        other.evaluate("add('mug')");
        for (var page : List.of(tab, other)) {
            awaitAdded(page, List.of("teapot", "mug"));
        }
        assertThat(visitor.streams()).singleElement(STRING).contains(path + '?');
    }

    @Test
    void tab_that_comes_later_gets_the_state_without_a_stream_of_its_own() {
        tab.evaluate("add('teapot')");
        awaitAdded(tab, List.of("teapot"));
        var other = listening();
        other.waitForFunction("heard.some(one => one.event.data.properties?.cart?.teapot === 1)");
        assertThat(visitor.streams()).hasSize(1);
    }

    @Test
    void tab_that_has_the_stream_hands_over_and_nothing_is_lost_or_doubled() {
        var others = List.of(listening(), listening());
        tab.evaluate("add('1')");
        others.forEach(page -> awaitAdded(page, List.of("1")));
        others.get(0).evaluate("() => { window.all = ['2', '3', '4', '5'].map(add); }");
        tab.close(new CloseOptions().setRunBeforeUnload(true));
        others.get(1).evaluate("Promise.all(['6', '7'].map(add))");
        others.forEach(page -> page.waitForFunction("added().length >= 7"));
        others.forEach(page -> assertThat((List<?>) page.evaluate("added()")).hasSize(7).doesNotHaveDuplicates());
        assertThat(visitor.streams()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void stream_is_taken_up_after_the_server_was_killed_and_nothing_is_lost_or_doubled() {
        tab.evaluate("window.statuses = []; void cart.onStatus(status => statuses.push(status))");
        tab.evaluate("add('0')");
        awaitAdded(tab, List.of("0"));
        RunningShop.shared().killFunctions();
        var products = IntStream.range(1, 8).mapToObj(Integer::toString).toList();
        products.forEach(product -> tab.evaluate("product => { add(product); }", product));
        RunningShop.shared().awaitReady();
        tab.waitForFunction("Object.keys(known()).length === 8", null,
                new WaitForFunctionOptions().setTimeout(120_000));
        assertThat(tab.evaluate("Object.values(known())")).isEqualTo(List.of(1, 1, 1, 1, 1, 1, 1, 1));
        assertThat(tab.evaluate("new Set(heard.map(one => one.id)).size === heard.length")).isEqualTo(true);
        assertThat(tab.evaluate("statuses.includes('offline') && statuses.at(-1) === 'live'")).isEqualTo(true);
        assertThat(visitor.streams().get(visitor.streams().size() - 1)).contains(path + '?', "after=");
    }

    @Test
    void what_can_be_told_no_more_is_said_to_be_missed() {
        tab.evaluate("add('teapot')");
        awaitAdded(tab, List.of("teapot"));
        visitor.context().setOffline(true);
        RunningShop.shared().forget("live:{user/" + tab.evaluate("user") + "}");
        tab.evaluate("add('mug')");
        visitor.context().setOffline(false);
        tab.waitForFunction("known().mug === 1");
        assertThat(tab.evaluate("heard.some(one => one.kind === 'reset')")).isEqualTo(true);
        assertThat(tab.evaluate("known()")).isEqualTo(Map.of("teapot", 1, "mug", 1));
    }

    @Test
    void stream_that_was_too_slow_is_taken_up_where_it_was() {
        tab.close();
        var asked = new ArrayList<String>();
        endsEachStream("slow-consumer", asked);
        var page = visitor.opensClient(transport);
        page.evaluate("window.statuses = []; void cart.onStatus(status => statuses.push(status)); void listen()");
        page.waitForFunction("heard.length > 0");
        page.waitForCondition(() -> asked.size() > 2);
        assertThat(asked.get(0)).doesNotContain("after=");
        assertThat(asked.get(1)).endsWith("after=5-1");
        assertThat(page.evaluate("[statuses.includes('offline'), heard.length]")).isEqualTo(List.of(false, 1));
    }

    @Test
    void stream_of_a_server_that_has_nothing_to_tell_is_not_live() {
        tab.close();
        var asked = new ArrayList<String>();
        endsEachStream("{\"kind\":\"heartbeat\"}", ":", "renew", asked);
        var page = visitor.opensClient(transport);
        page.evaluate("window.statuses = []; void cart.onStatus(status => statuses.push(status)); void listen()");
        page.waitForCondition(() -> asked.size() > 2);
        assertThat(page.evaluate("statuses")).isEqualTo(List.of("connecting"));
    }

    @Test
    void what_happened_while_offline_is_told_when_online() {
        visitor.context().setOffline(true);
        tab.evaluate("add('teapot')");
        visitor.context().setOffline(false);
        awaitAdded(tab, List.of("teapot"));
    }

    @Test
    void filter_lets_only_the_wanted_types_come() {
        tab.evaluate("""
                window.removed = [];
                void cart.live([`user/${user}`], message => removed.push(message.event.type),
                  { types: ['product-removed-from-cart'] });
                """);
        tab.evaluate("add('teapot')");
        tab.evaluate("cart.emit('product-removed-from-cart', { product_id: 'teapot', user_id: user }, "
                + "{ subject: `user/${user}` })");
        tab.waitForFunction("removed.includes('product-removed-from-cart')");
        assertThat(tab.evaluate("removed")).isEqualTo(List.of("subject-state", "product-removed-from-cart"));
    }

    @Test
    void subject_of_somebody_else_is_refused_and_told() {
        tab.evaluate("void cart.live(['user/somebody-else'], message => heard.push(message), { types: ['none'] })");
        tab.waitForFunction("refusals.some(one => one.problem.status === 403)");
    }

    /** In place of the server: tells a state, and that it ends. */
    private void endsEachStream(String reason, List<String> asked) {
        var state = "{\"specversion\":\"1.0\",\"id\":\"s\",\"source\":\"/c\",\"type\":\"subject-state\","
                + "\"subject\":\"user/x\",\"data\":{\"properties\":{}}}";
        endsEachStream("{\"id\":\"5-1\",\"kind\":\"state\",\"event\":" + state + "}", "id: 5-1\ndata: " + state, reason,
                asked);
    }

    private void endsEachStream(String frame, String event, String reason, List<String> asked) {
        var end = "\"reason\":\"" + reason + "\",\"retry\":100}";
        visitor.context().routeWebSocket("**/live/ws?**", socket -> {
            asked.add(socket.url());
            socket.send(frame);
            socket.send("{\"kind\":\"end\"," + end);
        });
        visitor.context().route("**/live?**", route -> {
            asked.add(route.request().url());
            route.fulfill(new FulfillOptions().setContentType("text/event-stream")
                    .setBody(event + "\n\nevent: end\ndata: {" + end + "\n\n"));
        });
    }

    private Page listening() {
        var page = visitor.opensClient(transport);
        page.evaluate("void listen()");
        page.waitForFunction("heard.length > 0");
        return page;
    }

    @Test
    void page_of_the_shop_may_open_it() {
        try (var shopper = Visitor.comes()) {
            shopper.opens("/shop").evaluate("""
                    async transport => {
                      const { Cartwright } = await import('/cartwright.js');
                      await new Promise(resolve => {
                        new Cartwright({ source: '/test', transport }).live(['product/mug'], resolve);
                      });
                    }""", transport);
            assertThat(shopper.streams()).filteredOn(stream -> stream.contains("subject=product"))
                    .singleElement(STRING).contains(path + '?');
        }
    }

    private static void awaitAdded(Page page, List<String> products) {
        page.waitForFunction("count => added().length >= count", products.size());
        assertThat(page.evaluate("added()")).isEqualTo(products);
    }
}
