package dev.cartwright.bench;

import io.cloudevents.CloudEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/**
 * A binary-mode CloudEvent as the bytes of its HTTP request.
 *
 * @param line requests of one line go one after another
 */
record Request(String line, byte[] bytes) {

    static Request of(CloudEvent event, String line) {
        var data = event.getData() == null ? new byte[0] : event.getData().toBytes();
        var head = new StringBuilder("POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n")
                .append("content-length: ").append(data.length).append("\r\n");
        for (var name : event.getAttributeNames()) {
            header(head, name, event.getAttribute(name));
        }
        event.getExtensionNames().forEach(name -> header(head, name, event.getExtension(name)));
        var bytes = new ByteArrayOutputStream(head.length() + 2 + data.length);
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(data);
        return new Request(line, bytes.toByteArray());
    }

    private static void header(StringBuilder head, String name, Object value) {
        if (value != null && !name.equals("datacontenttype")) {
            head.append("ce-").append(name).append(": ")
                    .append(value instanceof OffsetDateTime time ? time.toInstant() : value).append("\r\n");
        }
    }
}
