package dev.cartwright.local.broker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An entry of the stream on its way: a binary-mode CloudEvent, and how often it was sent so far. */
final class Delivery {
    record Header(String name, String value) {
    }

    private static final byte[] NO_DATA = {};

    private final byte[] id;
    private final List<Header> headers;
    private String group = "";
    private String subject;
    private String traceparent = "";
    private byte[] data = NO_DATA;
    private int attempts;

    private Delivery(byte[] id, int fields) {
        this.id = id;
        this.headers = new ArrayList<>(fields);
    }

    /** Reads the fields of an entry, names and values in turn. */
    static Delivery of(byte[] id, List<byte[]> fields) {
        var delivery = new Delivery(id, fields.size() / 2);
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            delivery.put(text(fields.get(i)), fields.get(i + 1));
        }
        return delivery;
    }

    static Delivery of(String id, Map<String, String> headers, byte[] data) {
        var delivery = new Delivery(id.getBytes(StandardCharsets.ISO_8859_1), headers.size());
        headers.forEach((name, value) -> delivery.put(name, value.getBytes(StandardCharsets.ISO_8859_1)));
        delivery.data = data == null ? NO_DATA : data;
        return delivery;
    }

    private void put(String name, byte[] value) {
        switch (name) {
            case "group" -> group = text(value);
            case "data" -> data = value;
            default -> {
                headers.add(new Header(name, text(value)));
                subject = name.equals("ce-subject") ? text(value) : subject;
                traceparent = name.equals("traceparent") ? text(value) : traceparent;
            }
        }
    }

    byte[] id() {
        return id;
    }

    /** Events of one subject keep their order; one without a subject stands alone. */
    String subject() {
        return subject == null ? "#" + text(id) : subject;
    }

    /** The trace context that brought the entry here; empty where nobody traces it. */
    String traceparent() {
        return traceparent;
    }

    boolean hasSubscriber() {
        return !group.isEmpty();
    }

    List<Header> headers() {
        return headers;
    }

    byte[] data() {
        return data;
    }

    int bytes() {
        return data.length + 64 * headers.size();
    }

    int attempts() {
        return attempts;
    }

    void attempted() {
        attempts++;
    }

    @Override
    public String toString() {
        return text(id) + " " + headers;
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }
}
