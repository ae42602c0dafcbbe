package dev.cartwright.traces;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.local.broker.Dispatcher;
import dev.cartwright.local.broker.DispatcherOptions;
import dev.cartwright.local.servers.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the click to the last follow-up, through the real broker, it is one trace. */
@QuarkusTest
@WithTestResource(TracedServers.class)
class OneTraceTest {

    private static final String ORIGIN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Collector collector = TracedServers.collector();

    @Test
    void click_and_all_that_follows_are_one_trace() {
        try (var click = Click.tracedBy(collector); var broker = dispatcher()) {
            click.send(ordered("traced-1", "one"));
            click.ended();
            var trace = collector.trace(click.traceId(), spans -> spans.has("click")
                    && spans.has("publish subject-property-changed") && spans.has("process sale-counted"));
            assertThat(trace).hasToString("""
                    click
                      POST /events
                        publish order-placed
                          POST /
                            process order-placed
                              publish order-received
                                POST /
                                  process order-received
                                    publish sale-counted
                                      POST /
                                        process sale-counted
                                    publish subject-property-changed
                    """);
            assertThat(broker.counts().delivered()).isPositive();
        }
    }

    @Test
    void events_of_a_batch_go_on_with_their_own_traces() {
        try (var one = Click.tracedBy(collector); var other = Click.tracedBy(collector)) {
            one.send(ordered("traced-2", "two"));
            other.send(ordered("traced-2", "three"));
            one.ended();
            other.ended();
            try (var broker = dispatcher()) {
                for (var click : List.of(one, other)) {
                    assertThat(collector.trace(click.traceId(), spans -> spans.has("click")
                            && spans.has("publish subject-property-changed") && spans.has("process sale-counted")))
                            .hasToString("""
                            click
                              POST /events
                                publish order-placed
                                  process order-placed
                                    publish order-received
                                      POST /
                                        process order-received
                                          publish sale-counted
                                            POST /
                                              process sale-counted
                                          publish subject-property-changed
                            """);
                }
                assertThat(broker.counts().requests()).isEqualTo(5);
            }
        }
    }

    @Test
    void event_tells_where_it_began_and_a_delivery_changes_nothing_of_it() {
        var began = added("/events", "traced-3", "1").send();
        assertThat(began.status()).isEqualTo(202);
        try (var broker = dispatcher()) {
            assertThat(Waiting.until(Duration.ofSeconds(20), () -> broker.counts().delivered() > 0)).isTrue();
        }
        var recorded = Call.get("/subjects/user/traced-3/events").json().path("events");
        var origin = recorded.path(0).path("traceparent").asText();
        var trace = collector.trace(origin.substring(3, 35), spans -> spans.has("POST /events"));
        assertThat(origin).contains(SpanTree.hex(trace.one("POST /events").getSpanId()));
        added("/", "traced-3", "1").with("ce-traceparent", origin).with("traceparent", OTHER).send();
        assertThat(Call.get("/subjects/user/traced-3/events").json().path("events")).isEqualTo(recorded);
    }

    @Test
    void request_without_a_trace_goes_on_with_its_events() {
        assertThat(added("/", "traced-4", "1").with("ce-traceparent", ORIGIN).send().status()).isEqualTo(204);
        assertThat(collector.trace(ORIGIN.substring(3, 35), spans -> spans.has("POST /"))).hasToString("""
                POST /
                  process product-added-to-cart
                    publish product-demanded
                """);
    }

    @Test
    void nobody_is_named() {
        try (var click = Click.tracedBy(collector)) {
            click.send(added("/", "secret-shopper", "1"));
            click.send(Call.of("GET", "/subjects/user/secret-shopper?at=2023-04-19T10:00:00Z"));
            assertThat(collector.trace(click.traceId(), spans -> spans.has("GET /subjects/{kind}/{id: .+}")).spans())
                    .isNotEmpty().allSatisfy(span -> assertThat(span.toString())
                            .doesNotContain("secret-shopper", "127.0.0.1", "Java-http-client"));
        }
    }

    private static Call ordered(String user, String order) {
        return Call.json("/events", "application/json", """
                {"type":"order-placed","timestamp":"2023-04-19T09:30:00Z","order_id":"%s","user_id":"%s"}"""
                .formatted(order, user));
    }

    private static Dispatcher dispatcher() {
        return Dispatcher.start(DispatcherOptions.between(URI.create(TracedServers.broker().url()),
                URI.create("http://127.0.0.1:" + RestAssured.port)));
    }
}
