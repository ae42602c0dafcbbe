package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.batch;
import static dev.cartwright.http.event.Request.binary;
import static dev.cartwright.http.event.Request.event;
import static dev.cartwright.http.event.Request.plain;
import static dev.cartwright.http.event.Request.structured;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void trace_of_a_request_becomes_the_events() {
        var document = "{\"type\":\"order-placed\",\"order_id\":\"7\",\"user_id\":\"4\"}";
        for (var request : new Request[] {binary(), structured(""), plain(document)}) {
            var event = taken(request.header("traceparent", TRACE).header("tracestate", "a=1, b@x=2"));
            assertThat(event.getExtension("traceparent")).isEqualTo(TRACE);
            assertThat(event.getExtension("tracestate")).isEqualTo("a=1, b@x=2");
        }
    }

    @Test
    void trace_of_a_batch_becomes_that_of_its_events_without_one() {
        var received = batch(event(""), event("\"id\":\"2\",\"traceparent\":\"" + OTHER + "\""))
                .header("traceparent", TRACE).received(Door.INGEST);
        assertThat(received).extracting(each -> each.incoming().cloudEvent().getExtension("traceparent"))
                .containsExactly(TRACE, OTHER);
    }

    @Test
    void event_with_a_trace_keeps_it() {
        var binary = taken(binary().header("ce-traceparent", OTHER).header("traceparent", TRACE)
                .header("tracestate", "a=1"));
        var structured = taken(structured("\"traceparent\":\"" + OTHER + "\"").header("traceparent", TRACE)
                .header("tracestate", "a=1"));
        assertThat(binary.getExtension("traceparent")).isEqualTo(OTHER);
        assertThat(binary.getExtension("tracestate")).isNull();
        assertThat(structured.getExtension("traceparent")).isEqualTo(OTHER);
        assertThat(structured.getExtension("tracestate")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"})
    void header_that_is_no_trace_is_passed_over(String traceparent) {
        var event = taken(binary().header("traceparent", traceparent).header("tracestate", "a=1"));
        assertThat(event.getExtensionNames()).isEmpty();
    }

    @Test
    void two_traces_are_none() {
        assertThat(taken(binary().header("traceparent", TRACE).again("traceparent", OTHER)).getExtensionNames())
                .isEmpty();
    }

    @Test
    void state_may_come_in_several_headers() {
        var event = taken(binary().header("traceparent", TRACE).header("tracestate", "a=1").again("tracestate", "b=2"));
        assertThat(event.getExtension("tracestate")).isEqualTo("a=1,b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A=1", "a=1;ä=2", "a==1", "=1"})
    void state_that_is_none_is_left_out(String tracestate) {
        var event = taken(binary().header("traceparent", TRACE).header("tracestate", tracestate));
        assertThat(event.getExtensionNames()).containsExactly("traceparent");
    }

    @Test
    void state_has_a_bound() {
        var event = taken(binary().header("traceparent", TRACE).header("tracestate", "a=" + "1".repeat(250) + ",b="
                + "2".repeat(250) + ",c=" + "3".repeat(250)));
        assertThat(event.getExtensionNames()).containsExactly("traceparent");
    }

    @Test
    void delivery_of_a_broker_is_no_trace_of_the_event() {
        assertThat(binary().header("traceparent", TRACE).accepted(Door.BROKER).cloudEvent().getExtensionNames())
                .isEmpty();
    }

    private static CloudEvent taken(Request request) {
        return request.accepted(Door.INGEST).cloudEvent();
    }
}
