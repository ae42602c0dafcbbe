package dev.cartwright.browser;

/** Over a WebSocket. */
class LiveSocketIT extends LiveContract {

    LiveSocketIT() {
        super("websocket", "/live/ws");
    }
}
