package dev.cartwright.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Somebody with a browser of one's own; what its pages complain about is kept. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE = 30_000;

    private final UnaryOperator<String> shop;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> streams = new ArrayList<>();

    private Visitor(UnaryOperator<String> shop, NewContextOptions options) {
        this.shop = shop;
        context = Chromium.shared().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequest(request -> {
            if (request.url().contains("/live?")) {
                streams.add(request.url());
            }
        });
        context.onPage(page -> page.onWebSocket(socket -> streams.add(socket.url())));
    }

    /** Somebody who writes front ends: the pages run whatever they are told to. */
    static Visitor develops() {
        return develops(path -> RunningShop.shared().url(path));
    }

    static Visitor develops(UnaryOperator<String> shop) {
        return new Visitor(shop, new NewContextOptions().setBypassCSP(true));
    }

    static Visitor comes() {
        return comes(new NewContextOptions());
    }

    static Visitor comes(NewContextOptions options) {
        return new Visitor(path -> RunningShop.shared().url(path), options);
    }

    /** @param shop makes an address of a path */
    static Visitor comes(UnaryOperator<String> shop) {
        return new Visitor(shop, new NewContextOptions());
    }

    BrowserContext context() {
        return context;
    }

    /** A tab on a page of the shop. */
    Page opens(String path) {
        var page = context.newPage();
        page.navigate(shop.apply(path));
        return page;
    }

    /** A tab with nothing but {@code cart}, a client of a guest's, and what it has {@code heard} of its own subject. */
    Page opensClient() {
        return opensClient("sse");
    }

    Page opensClient(String transport) {
        var page = context.newPage();
        // why that: from a page that is made up here, no WebSocket may be opened to this machine.
        page.navigate(shop.apply("/cartwright.d.ts"));
        page.evaluate("""
                async transport => {
                  const { Cartwright } = await import('/cartwright.js');
                  const kept = localStorage.getItem('guest');
                  window.guest = JSON.parse(kept) ?? await (await fetch('/guests', { method: 'POST' })).json();
                  localStorage.setItem('guest', JSON.stringify(guest));
                  window.user = guest.guest_id;
                  window.connect = options => new Cartwright(
                    { source: '/test', token: async () => guest.token, identity: user, transport, ...options });
                  window.cart = connect();
                  window.add = product => cart.emit('product-added-to-cart', { product_id: product, user_id: user },
                    { subject: `user/${user}` });
                  window.refusals = [];
                  cart.onProblem(refusal => refusals.push(refusal));
                  window.heard = [];
                  window.listen = () => cart.live([`user/${user}`], message => heard.push(message));
                  window.added = () => heard.filter(one => one.event.type === 'product-added-to-cart')
                    .map(one => one.event.data.product_id);
                  window.known = () => heard.reduce((cart, { event: { type, data } }) =>
                    ({ 'subject-state': data.properties, 'subject-changed': data.changed })[type]?.cart ?? cart, {});
                }""", transport);
        return page;
    }

    /** What the pages wrote as errors and warnings. */
    List<String> complaints() {
        return complaints;
    }

    /** The addresses of all streams that were ever opened. */
    List<String> streams() {
        return streams;
    }

    @Override
    public void close() {
        context.close();
    }
}
