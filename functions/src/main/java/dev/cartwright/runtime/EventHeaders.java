package dev.cartwright.runtime;

import dev.cartwright.rules.PercentEncoding;
import io.cloudevents.CloudEvent;
import io.cloudevents.types.Time;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The attributes of an event as headers of the CloudEvents HTTP binding in binary mode. */
public final class EventHeaders {

    public static final String CONTENT_TYPE = "content-type";
    public static final String PREFIX = "ce-";
    /** What CloudEvents itself calls an attribute; all other names are extensions. */
    public static final Set<String> ATTRIBUTES = Set.of("specversion", "id", "source", "type", "subject", "time",
            "dataschema", "datacontenttype");

    private final Map<String, String> headers = new LinkedHashMap<>();

    private EventHeaders() {}

    /** By their names in lower case; what is absent has none. */
    public static Map<String, String> of(CloudEvent event) {
        var all = new EventHeaders();
        all.add("specversion", event.getSpecVersion());
        all.add("id", event.getId());
        all.add("source", event.getSource());
        all.add("type", event.getType());
        all.add("subject", event.getSubject());
        all.add("time", event.getTime());
        all.add("dataschema", event.getDataSchema());
        event.getExtensionNames().forEach(name -> all.add(name, event.getExtension(name)));
        if (event.getDataContentType() != null) {
            all.headers.put(CONTENT_TYPE, event.getDataContentType());
        }
        return all.headers;
    }

    private void add(String name, Object value) {
        if (value != null) {
            headers.put(PREFIX + name, PercentEncoding.HEADER.encode(text(value)));
        }
    }

    private static String text(Object value) {
        if (value instanceof OffsetDateTime time) {
            return Time.writeTime(time);
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }
}
