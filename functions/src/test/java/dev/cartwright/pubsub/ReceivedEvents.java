package dev.cartwright.pubsub;

import com.google.pubsub.v1.PubsubMessage;
import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.core.v1.CloudEventBuilder;

/** Reads messages as a receiver of the CloudEvents binding would. */
final class ReceivedEvents {

    private ReceivedEvents() {}

    static Publication publication(PubsubMessage message) {
        return new Publication(event(message), message.getAttributesMap().get("group"),
                message.getAttributesMap().get("traceparent"));
    }

    private static CloudEvent event(PubsubMessage message) {
        var contentType = message.getAttributesMap().get("content-type");
        if ("application/cloudevents+json".equals(contentType)) {
            return EventFormatProvider.getInstance().resolveFormat(contentType)
                    .deserialize(message.getData().toByteArray());
        }
        var event = new CloudEventBuilder();
        message.getAttributesMap().forEach((name, value) -> {
            if (name.startsWith("ce-") && !name.equals("ce-specversion")) {
                event.withContextAttribute(name.substring(3),
                        PercentEncoding.decode(value));
            }
        });
        event.withDataContentType(contentType);
        return (message.getData().isEmpty() ? event : event.withData(message.getData().toByteArray())).build();
    }
}
