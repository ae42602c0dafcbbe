package dev.cartwright.pubsub;

import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import dev.cartwright.rules.GroupFilter;
import dev.cartwright.runtime.EventHeaders;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.util.Map;

/** Events as messages of the CloudEvents binding of Pub/Sub: binary mode, or structured where Pub/Sub's limits ask. */
final class Messages {

    /** All that Pub/Sub takes but two, which are no attributes of the event. */
    private static final int MAX_ATTRIBUTES = 98;
    private static final int MAX_VALUE = 1024;

    private Messages() {}

    static PubsubMessage of(Publication publication) {
        var message = PubsubMessage.newBuilder();
        var headers = EventHeaders.of(publication.event());
        if (fit(headers)) {
            message.putAllAttributes(headers);
            if (publication.event().getData() != null) {
                message.setData(ByteString.copyFrom(publication.event().getData().toBytes()));
            }
        } else {
            message.putAttributes(EventHeaders.CONTENT_TYPE, JsonFormat.CONTENT_TYPE).setData(structured(publication));
        }
        if (publication.group() != null) {
            message.putAttributes(GroupFilter.ATTRIBUTE, publication.group());
        }
        if (publication.traceparent() != null) {
            message.putAttributes(Extensions.TRACEPARENT, publication.traceparent());
        }
        return message.setOrderingKey(publication.event().getSubject()).build();
    }

    private static ByteString structured(Publication publication) {
        var format = EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
        return ByteString.copyFrom(format.serialize(publication.event()));
    }

    /** All are ASCII, so that characters are bytes. */
    private static boolean fit(Map<String, String> headers) {
        return headers.size() <= MAX_ATTRIBUTES && headers.values().stream().allMatch(v -> v.length() <= MAX_VALUE);
    }
}
