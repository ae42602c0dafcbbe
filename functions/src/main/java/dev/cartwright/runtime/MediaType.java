package dev.cartwright.runtime;

import java.util.Locale;

/**
 * A media type in lower case.
 *
 * @param essence type and subtype, without parameters
 * @param charset its parameter of that name; null where there is none
 */
public record MediaType(String essence, String charset) {

    private static final MediaType JSON = new MediaType("application/json", null);
    private static final MediaType STRUCTURED = new MediaType("application/cloudevents+json", null);
    private static final MediaType BATCH = new MediaType("application/cloudevents-batch+json", null);

    /** Null stays null. */
    public static MediaType of(String header) {
        if (header == null) {
            return null;
        }
        // Nearly all requests say exactly one of these.
        return switch (header) {
            case "application/json" -> JSON;
            case "application/cloudevents+json" -> STRUCTURED;
            case "application/cloudevents-batch+json" -> BATCH;
            default -> parse(header.toLowerCase(Locale.ROOT));
        };
    }

    private static MediaType parse(String header) {
        int semicolon = header.indexOf(';');
        if (semicolon < 0) {
            return new MediaType(header.strip(), null);
        }
        return new MediaType(header.substring(0, semicolon).strip(), charset(header.substring(semicolon + 1)));
    }

    private static String charset(String parameters) {
        for (var parameter : parameters.split(";")) {
            var named = parameter.strip();
            if (named.startsWith("charset=")) {
                return named.substring("charset=".length()).replace("\"", "").strip();
            }
        }
        return null;
    }

    /**
     * True for data that is parsed as JSON, when an event comes in as well as when it is read from the log: were the
     * two not of one mind, a fold from the log would differ.
     */
    public boolean isJson() {
        return essence.equals("application/json") || essence.endsWith("+json") || essence.equals("text/json");
    }

    public boolean isStructured() {
        return essence.equals(STRUCTURED.essence);
    }

    public boolean isBatch() {
        return essence.equals(BATCH.essence);
    }

    /** A CloudEvents media type, of any format. */
    public boolean isCloudEvents() {
        return essence.startsWith("application/cloudevents");
    }

    public boolean isUtf8() {
        return charset == null || charset.equals("utf-8") || charset.equals("utf8") || charset.equals("us-ascii");
    }
}
