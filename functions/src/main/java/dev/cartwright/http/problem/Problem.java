package dev.cartwright.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cartwright.rules.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/**
 * What is wrong with a request, as RFC 9457 tells it; never holds a stack trace.
 *
 * @param field the attribute or member that is wrong; null where none is
 * @param errors one for each field of the data that violates its schema; null where none does
 * @param serverTime what time it is here, where the event's is ahead of it; else null
 * @param traceId under which the log tells more, of an error of ours; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "field", "errors", "server_time", "trace_id"})
public record Problem(int status, String detail, String field, List<FieldError> errors,
        @JsonProperty("server_time") String serverTime, @JsonProperty("trace_id") String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field and what must hold there. */
    public record FieldError(String field, String message) {}

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, null, null, null, null);
    }

    public static Problem of(int status, String field, String detail) {
        return new Problem(status, detail, field, null, null, null);
    }

    /** The problem has no page of its own: its title is that of the status. */
    @JsonProperty
    public String type() {
        return "about:blank";
    }

    @JsonProperty
    public String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    public byte[] json() {
        return Json.bytes(this);
    }
}
