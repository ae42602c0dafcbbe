package dev.cartwright.http.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request that may be paused and resumed after it has ended, which Quarkus REST does with every request whose body
 * was read before: over HTTP/1.1 that does nothing, over HTTP/2 it throws.
 */
final class PausableRequest extends HttpServerRequestWrapper {

    PausableRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
    }

    @Override
    public HttpServerRequest pause() {
        return isEnded() ? this : super.pause();
    }

    @Override
    public HttpServerRequest resume() {
        return isEnded() ? this : super.resume();
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        return isEnded() ? this : super.fetch(amount);
    }
}
