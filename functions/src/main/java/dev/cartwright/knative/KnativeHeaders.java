package dev.cartwright.knative;

import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.runtime.EventHeaders;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Publisher.Publication;
import java.util.Map;

/** Events as Knative carries them: in HTTP binary mode, with an extension that triggers filter on. */
final class KnativeHeaders {

    private KnativeHeaders() {}

    static Map<String, String> of(Publication publication, CeOverrides overrides) {
        var headers = EventHeaders.of(publication.event());
        if (publication.group() != null) {
            headers.put(EventHeaders.PREFIX + Extensions.GROUP, PercentEncoding.HEADER.encode(publication.group()));
        }
        if (publication.traceparent() != null) {
            headers.put(Extensions.TRACEPARENT, publication.traceparent());
        }
        headers.putAll(overrides.headers());
        return headers;
    }
}
