package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Subjects;
import java.net.URI;
import java.net.URISyntaxException;

/** What the named attributes of an event must be. */
final class AttributeCheck {

    // A row key holds subject, id and source, each byte escaped to at most three; Bigtable takes 4 KB.
    private static final int MAX_IDENTITY = 1024;
    private static final int MAX_SUBJECT = 256;
    private static final int MAX_TYPE = 255;

    private AttributeCheck() {}

    static void specVersion(RawEvent event) {
        var version = required(event, "specversion");
        if (!version.equals("1.0")) {
            throw Refusal.malformed("specversion", "specversion must be 1.0, not " + version);
        }
    }

    static String type(RawEvent event) {
        var type = required(event, "type");
        if (Text.isLonger(MAX_TYPE, type) || type.isBlank()) {
            throw Refusal.malformed("type", "type must not be blank, nor longer than " + MAX_TYPE + " bytes");
        }
        return type;
    }

    static String subject(RawEvent event) {
        var subject = required(event, "subject");
        if (!Subjects.isValid(subject)) {
            throw Refusal.malformed("subject", "subject must be kind/id, such as user/456");
        }
        if (Text.isLonger(MAX_SUBJECT, subject)) {
            throw Refusal.malformed("subject", "subject must not be longer than " + MAX_SUBJECT + " bytes");
        }
        return subject;
    }

    static String id(RawEvent event) {
        var id = required(event, "id");
        if (Text.isLonger(MAX_IDENTITY, id + required(event, "source"))) {
            throw Refusal.malformed("id", "id and source must not be longer than " + MAX_IDENTITY + " bytes together");
        }
        return id;
    }

    static URI source(RawEvent event) {
        return uri("source", required(event, "source"));
    }

    /** Null where there is none. */
    static URI dataSchema(RawEvent event) {
        return event.attributes().containsKey("dataschema") ? uri("dataschema", required(event, "dataschema")) : null;
    }

    private static URI uri(String attribute, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Refusal.malformed(attribute, attribute + " must be a URI: " + e.getMessage());
        }
    }

    static String required(RawEvent event, String attribute) {
        var value = event.attributes().get(attribute);
        if (value == null) {
            throw Refusal.malformed(attribute, attribute + " is required");
        }
        if (!(value instanceof String text)) {
            throw Refusal.malformed(attribute, attribute + " must be text");
        }
        if (text.isEmpty()) {
            throw Refusal.malformed(attribute, attribute + " must not be empty");
        }
        return Text.checked(attribute, text);
    }
}
