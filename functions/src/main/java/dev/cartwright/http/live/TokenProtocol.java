package dev.cartwright.http.live;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lets browsers say who they are where they cannot set a header: as the subprotocol {@code bearer.TOKEN} of a WebSocket.
 * Nobody behind it, and no log, sees it there.
 */
@Singleton
final class TokenProtocol {

    private static final int BEFORE_THE_GUARD = 60;
    private static final String BEARER = "bearer.";

    void register(@Observes Filters filters) {
        filters.register(TokenProtocol::handle, BEFORE_THE_GUARD);
    }

    private static void handle(RoutingContext request) {
        var offered = request.request().getHeader(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        if (offered != null && request.normalizedPath().equals(WebSocketDoor.PATH)) {
            take(request, offered.split("\\s*,\\s*"));
        }
        request.next();
    }

    private static void take(RoutingContext request, String... offered) {
        var headers = request.request().headers();
        Arrays.stream(offered).filter(protocol -> protocol.startsWith(BEARER)).findFirst().ifPresent(token ->
                headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token.substring(BEARER.length())));
        var others = Arrays.stream(offered).filter(protocol -> !protocol.startsWith(BEARER))
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            headers.remove(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        } else {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, others);
        }
    }
}
