package dev.cartwright.http.door;

import dev.cartwright.http.event.Door;
import dev.cartwright.http.event.EventCheck;
import dev.cartwright.http.event.EventReader;
import dev.cartwright.http.event.Permit;
import dev.cartwright.http.event.Received;
import dev.cartwright.http.event.Sent;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/** The events of a request, read and checked on the event loop; only where a store must be asked, on a worker. */
@Singleton
final class CheckedEvents {

    /** Events of one request, in its order. */
    record Checked(boolean batch, List<Received> events) {

        Received only() {
            return events.get(0);
        }

        List<Received> accepted() {
            return events.stream().filter(Received::isAccepted).toList();
        }
    }

    private final EventReader reader;
    private final EventCheck check;
    private final Permits permits;

    CheckedEvents(EventReader reader, EventCheck check, Permits permits) {
        this.reader = reader;
        this.check = check;
        this.permits = permits;
    }

    Sent read(RoutingContext request, Door door) {
        return reader.read(request.request().headers(), body(request), door);
    }

    void check(RoutingContext request, Sent sent, Door door, Handler<Checked> next) {
        var permit = door == Door.BROKER ? Permit.ALL : permits.of(request);
        if (sent.needsStamp()) {
            request.vertx().executeBlocking(() -> checked(sent, door, permit), false)
                    .onSuccess(next).onFailure(request::fail);
        } else {
            next.handle(checked(sent, door, permit));
        }
    }

    private Checked checked(Sent sent, Door door, Permit permit) {
        return new Checked(sent.batch(), sent.events().stream().map(event -> check.check(event, door, permit)).toList());
    }

    private static byte[] body(RoutingContext request) {
        Buffer buffer = request.body() == null ? null : request.body().buffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }
}
