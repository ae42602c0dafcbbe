package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that a server ends, and pages that go on all the same: nothing is lost, nothing comes twice. */
class StreamEndsIT {

    private static final Duration LONG = Duration.ofHours(1);

    private static GuardedShop shop;

    private final String name = "ann-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        Chromium.shared();
        shop = GuardedShop.start(Map.of("CARTWRIGHT_HTTP_LIVE_LIFE", "6s", "CARTWRIGHT_HTTP_LIVE_RETRY", "200ms",
                "CARTWRIGHT_GUESTS_LIFE", "5s"));
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "websocket"})
    void stream_that_is_old_enough_is_renewed(String transport) {
        try (var visitor = Visitor.develops(shop::url)) {
            double before = shop.ended("renew");
            var tab = signedIn(visitor, transport, LONG);
            addUntil(tab, () -> visitor.streams().size() >= 3);
            assertThat(shop.ended("renew")).isGreaterThanOrEqualTo(before + 2);
            assertThat(tab.evaluate("asked.filter(rejected => rejected).length")).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "websocket"})
    void stream_whose_token_ends_goes_on_with_a_new_one(String transport) {
        try (var visitor = Visitor.develops(shop::url)) {
            double before = shop.ended("token-expired");
            var tab = signedIn(visitor, transport, Duration.ofSeconds(4));
            addUntil(tab, () -> visitor.streams().size() >= 3);
            assertThat(shop.ended("token-expired")).isGreaterThanOrEqualTo(before + 2);
            assertThat((int) tab.evaluate("asked.filter(rejected => rejected).length")).isGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "websocket"})
    void stream_of_a_guest_goes_on_with_the_guests_renewed_token(String transport) {
        try (var visitor = Visitor.develops(shop::url)) {
            double before = shop.ended("token-expired");
            var tab = visitor.opensClient(transport);
            tab.evaluate("""
                    () => setInterval(async () => {
                      const headers = { authorization: `Bearer ${guest.token}` };
                      window.guest = await (await fetch('/guests', { method: 'POST', headers })).json();
                    }, 1500)""");
            listen(tab);
            addUntil(tab, () -> visitor.streams().size() >= 3);
            assertThat(shop.ended("token-expired")).isGreaterThanOrEqualTo(before + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "websocket"})
    void stream_of_a_server_that_leaves_goes_on_when_it_is_back(String transport) {
        try (var visitor = Visitor.develops(shop::url)) {
            var tab = signedIn(visitor, transport, LONG);
            tab.evaluate("adding()");
            tab.waitForFunction("added().length > 0");
            tab.evaluate("statuses.length = 0");
            shop.leave();
            tab.waitForFunction("statuses.includes('offline')");
            assertThat(tab.evaluate("statuses[0]")).as("what a page shows that was told").isEqualTo("connecting");
            shop.comeBack();
            tab.waitForFunction("statuses.at(-1) === 'live'");
            assertNothingLost(tab);
        }
    }

    private Page signedIn(Visitor visitor, String transport, Duration life) {
        var tab = visitor.opensClient(transport);
        tab.exposeFunction("issued", wanted -> shop.token(name, life));
        tab.evaluate("""
                async name => {
                  cart.close();
                  window.user = name;
                  window.asked = [];
                  let token = await issued();
                  window.cart = connect({ token: async (event, rejected) => {
                    asked.push(rejected ?? null);
                    return rejected === token ? token = await issued() : token;
                  } });
                }""", name);
        listen(tab);
        return tab;
    }

    private static void listen(Page tab) {
        tab.evaluate("""
                () => {
                  window.statuses = [];
                  cart.onStatus(status => statuses.push(status));
                  window.sent = 0;
                  window.adding = () => { window.timer = setInterval(() => add(`product-${sent++}`), 200); };
                  listen();
                }""");
        tab.waitForFunction("heard.length > 0");
    }

    /** Puts something into the cart all the time. */
    private static void addUntil(Page tab, BooleanSupplier done) {
        tab.evaluate("adding()");
        tab.waitForCondition(done);
        assertNothingLost(tab);
        assertThat(tab.evaluate("statuses.includes('offline')")).isEqualTo(false);
    }

    private static void assertNothingLost(Page tab) {
        tab.evaluate("clearInterval(timer)");
        tab.waitForFunction("added().length >= sent");
        assertThat(tab.evaluate("[added().length, new Set(added()).size, new Set(heard.map(one => one.id)).size]"))
                .isEqualTo(tab.evaluate("[sent, sent, heard.length]"));
    }
}
