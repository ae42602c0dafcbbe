package dev.cartwright.browser;

/** As server-sent events. */
class LiveIT extends LiveContract {

    LiveIT() {
        super("sse", "/live");
    }
}
