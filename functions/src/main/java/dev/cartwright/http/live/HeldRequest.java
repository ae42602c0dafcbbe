package dev.cartwright.http.live;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A handshake that nobody reads on the way to the upgrade, which can only be made of a request that was not read. */
final class HeldRequest extends HttpServerRequestWrapper {

    HeldRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request.pause());
    }

    @Override
    public HttpServerRequest resume() {
        return this;
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        return this;
    }
}
