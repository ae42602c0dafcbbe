package dev.cartwright.http.door;

import dev.cartwright.rules.Position;
import dev.cartwright.runtime.Incoming;
import io.cloudevents.CloudEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.List;

/** Turns a request into the binary form of its one event, which Funqy reads without a fault. */
final class BinaryForm {

    private static final String INCOMING = Incoming.class.getName();

    private BinaryForm() {}

    static void give(RoutingContext request, Incoming incoming) {
        request.put(INCOMING, incoming);
        var event = incoming.cloudEvent();
        var headers = request.request().headers();
        removeAttributes(headers);
        headers.remove("content-encoding");
        attributes(event, headers);
        var data = event.getData() == null ? new byte[0] : event.getData().toBytes();
        ((RoutingContextInternal) request).setBody(Buffer.buffer(data));
    }

    /** The checked event of a request that came through the door. */
    static Incoming of(CurrentVertxRequest request) {
        return request.getCurrent().get(INCOMING);
    }

    static void removeAttributes(MultiMap headers) {
        List.copyOf(headers.names()).stream().filter(name -> name.regionMatches(true, 0, "ce-", 0, 3))
                .forEach(headers::remove);
    }

    private static void attributes(CloudEvent event, MultiMap headers) {
        headers.set("ce-specversion", "1.0").set("ce-id", event.getId()).set("ce-type", event.getType())
                .set("ce-source", event.getSource().toString()).set("ce-subject", event.getSubject())
                .set("ce-time", Position.format(event.getTime().toInstant()))
                // Funqy knows no other name for JSON than this, and no event without a media type.
                .set("content-type", event.getDataContentType() == null ? "application/json"
                        : event.getDataContentType());
        if (event.getDataSchema() != null) {
            headers.set("ce-dataschema", event.getDataSchema().toString());
        }
        for (var name : event.getExtensionNames()) {
            headers.set("ce-" + name, event.getExtension(name).toString());
        }
    }
}
