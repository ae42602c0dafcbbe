package dev.cartwright.http.door;

import dev.cartwright.http.event.PubSubEnvelope;
import dev.cartwright.runtime.MediaType;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.Optional;

/** Makes every form in which a Pub/Sub message may be delivered the unwrapped one, which is a binary event. */
final class PubSubPush {

    private PubSubPush() {}

    static void unwrap(RoutingContext request) {
        var headers = request.request().headers();
        if (mayBeWrapped(headers)) {
            envelope(request).ifPresent(envelope -> {
                BinaryForm.removeAttributes(headers);
                headers.remove("content-type");
                envelope.headers().forEach(headers::set);
                ((RoutingContextInternal) request).setBody(Buffer.buffer(envelope.data()));
            });
        }
    }

    private static Optional<PubSubEnvelope> envelope(RoutingContext request) {
        var body = request.body() == null ? null : request.body().buffer();
        return body == null ? Optional.empty() : PubSubEnvelope.of(body.getBytes());
    }

    private static boolean mayBeWrapped(MultiMap headers) {
        if (headers.contains("ce-type")) {
            return headers.get("ce-type").equals(PubSubEnvelope.EVENTARC_TYPE);
        }
        var contentType = MediaType.of(headers.get("content-type"));
        return contentType != null && contentType.isJson() && !contentType.isCloudEvents();
    }
}
