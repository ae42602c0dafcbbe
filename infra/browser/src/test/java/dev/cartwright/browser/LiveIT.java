package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.CloseOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code cartwright.js} promises of {@code live}. */
class LiveIT {

    private Visitor visitor;
    private Page tab;

    @BeforeEach
    void open() {
        visitor = Visitor.comes();
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
        assertThat(visitor.streams()).hasSize(1);
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
        assertThat(visitor.streams().get(visitor.streams().size() - 1)).contains("after=");
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

    private Page listening() {
        var page = visitor.opensClient();
        page.evaluate("void listen()");
        page.waitForFunction("heard.length > 0");
        return page;
    }

    private static void awaitAdded(Page page, List<String> products) {
        page.waitForFunction("count => added().length >= count", products.size());
        assertThat(page.evaluate("added()")).isEqualTo(products);
    }
}
