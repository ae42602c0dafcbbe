package dev.cartwright.runtime;

import static dev.cartwright.runtime.Shopfloor.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the spans of events tell, and that nothing else depends on them. */
class TracedLanesTest {

    private static final String ONE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();
    private final Shopfloor shop = new Shopfloor(new EventSpans(tracing.get("test"), "redis"));

    @AfterEach
    void close() {
        tracing.close();
    }

    @Test
    void event_has_a_span_until_it_is_committed_and_its_follow_up_one_in_it() {
        submit(shop, clicked("secret-shopper"), Trace.read(ONE));
        var process = span("process product-added-to-cart");
        assertThat(process.getParentSpanContext().getSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(process.getEvents()).extracting(EventData::getName)
                .containsExactly("taken", "loaded", "folded", "written", "set");
        var publish = span("publish product-demanded");
        assertThat(publish.getParentSpanContext().getSpanId()).isEqualTo(process.getSpanContext().getSpanId());
        assertThat(publish.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(attributes(process)).contains("messaging.system=redis", "messaging.operation.type=process",
                "cloudevents.event_id=1", "cartwright.subject.kind=user", "cartwright.outcome=applied");
        assertThat(attributes(publish)).contains("messaging.operation.type=send", "cartwright.subject.kind=product");
    }

    @Test
    void nobody_is_named() {
        submit(shop, clicked("secret-shopper"), Trace.read(ONE));
        assertThat(exported.getFinishedSpanItems()).isNotEmpty().allSatisfy(span ->
                assertThat(span.toString()).doesNotContain("secret-shopper"));
    }

    @Test
    void hop_goes_beside_the_follow_up_and_the_origin_in_it() {
        submit(shop, traced(clicked("2"), ONE), Trace.read(ONE));
        var followUp = shop.broker.published().get(0);
        assertThat(followUp.event().getExtension("traceparent")).isEqualTo(ONE);
        assertThat(followUp.traceparent()).isEqualTo(Trace.written(span("publish product-demanded").getSpanContext()));
    }

    @Test
    void trace_that_the_event_tells_wins_over_its_carriers() {
        submit(shop, traced(clicked("3"), ONE), Trace.read(OTHER));
        var process = span("process product-added-to-cart");
        assertThat(process.getParentSpanContext()).isEqualTo(Trace.read(ONE));
        assertThat(process.getLinks()).extracting(LinkData::getSpanContext).containsExactly(Trace.read(OTHER));
        assertThat(span("publish product-demanded").getTraceId()).isEqualTo(process.getTraceId());
    }

    @Test
    void what_is_recorded_does_not_depend_on_the_delivery() {
        var again = new Shopfloor();
        submit(shop, traced(clicked("4"), ONE), Trace.read(ONE));
        submit(again, traced(clicked("4"), ONE), Trace.read(OTHER));
        assertThat(again.log.newest("user/4", null, 9)).isEqualTo(shop.log.newest("user/4", null, 9));
        assertThat(followUps(again)).isEqualTo(followUps(shop));
    }

    @Test
    void event_that_comes_with_another_trace_is_still_a_duplicate() {
        submit(shop, traced(clicked("5"), ONE), Trace.read(ONE));
        assertThat(submit(shop, traced(clicked("5"), OTHER), Trace.read(OTHER))).isEqualTo(Outcome.DUPLICATE);
        assertThat(shop.log.newest("user/5", null, 9).get(0).event().getExtension("traceparent")).isEqualTo(ONE);
    }

    @Test
    void trace_that_is_not_kept_goes_on_unkept() {
        var unkept = ONE.replaceAll("01$", "00");
        submit(shop, clicked("6"), Trace.read(unkept));
        assertThat(exported.getFinishedSpanItems()).isEmpty();
        assertThat(shop.broker.published().get(0).traceparent()).startsWith(unkept.substring(0, 35)).endsWith("-00");
    }

    @Test
    void failure_is_told_without_what_was_said() {
        var away = new TracedPublisher(publications -> {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "secret");
        }, shop.runtime.spans());
        assertThatThrownBy(() -> away.publish(List.of(new Publisher.Publication(clicked("7"), "cart", ONE))))
                .isInstanceOf(Unavailable.class);
        var publish = span("publish product-added-to-cart");
        assertThat(publish.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attributes(publish)).contains("error.type=store_away");
        assertThat(publish.toString()).doesNotContain("secret");
    }

    @Test
    void without_an_exporter_there_is_no_hop() {
        var untraced = new Shopfloor();
        submit(untraced, traced(clicked("8"), ONE), SpanContext.getInvalid());
        assertThat(untraced.broker.published()).extracting(Publisher.Publication::traceparent).containsOnlyNulls();
    }

    /** Without the time at which they went out. */
    private static List<CloudEvent> followUps(Shopfloor shop) {
        return shop.broker.published().stream().map(publication -> CloudEventBuilder.v1(publication.event())
                .withoutExtension(Extensions.RECORDED_TIME).build()).toList();
    }

    private static Outcome submit(Shopfloor shop, CloudEvent event, SpanContext carrier) {
        try (var lanes = new Lanes(shop.runtime)) {
            lanes.start();
            var incoming = new Incoming(event, shop.runtime.events().read(event));
            return lanes.submit(incoming, carrier).toCompletableFuture().join();
        }
    }

    private static CloudEvent clicked(String user) {
        return added("123", user, "09:00:00", "1");
    }

    private static CloudEvent traced(CloudEvent event, String traceparent) {
        return CloudEventBuilder.v1(event).withExtension("traceparent", traceparent).build();
    }

    private SpanData span(String name) {
        return exported.getFinishedSpanItems().stream().filter(span -> span.getName().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " among " + exported.getFinishedSpanItems()));
    }

    private static Stream<String> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .map(attribute -> attribute.getKey().getKey() + "=" + attribute.getValue());
    }
}
