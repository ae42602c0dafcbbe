package dev.cartwright.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.local.broker.Dispatcher;
import dev.cartwright.local.broker.DispatcherOptions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** From the click to the last follow-up, through the real broker, it is one trace. */
@QuarkusTest
@WithTestResource(TracedServers.class)
class OneTraceTest {

    private final Collector collector = TracedServers.collector();

    @Test
    void click_and_all_that_follows_are_one_trace() {
        try (var click = Click.tracedBy(collector); var broker = dispatcher()) {
            click.send(ordered("traced-1", "one"));
            click.ended();
            var trace = collector.trace(click.traceId(), spans -> spans.has("click")
                    && spans.has("publish subject-property-changed") && spans.has("POST /"));
            assertThat(trace).hasToString("""
                    click
                      POST /events
                        publish order-placed
                          POST /
                            process order-placed
                              publish order-received
                                POST /
                                  process order-received
                                    publish subject-property-changed
                    """);
            assertThat(broker.counts().delivered()).isPositive();
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
