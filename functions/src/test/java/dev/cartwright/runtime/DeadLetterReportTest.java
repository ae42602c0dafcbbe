package dev.cartwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.shop.Shop;
import dev.cartwright.testing.WholeLog;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterReportTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Shopfloor shop = new Shopfloor();

    @Test
    void dead_letter_of_a_lane_is_logged_under_its_trace_and_counted() {
        var unreadable = CloudEventBuilder.v1(Shopfloor.event("product-added-to-cart", "user/jane@example.org",
                "09:00:00", "1", Map.of("quantity", "jane"))).withExtension("traceparent", TRACE).build();
        try (var log = WholeLog.open()) {
            assertThat(shop.deliverOne(unreadable)).isEqualTo(Outcome.DEAD_LETTERED);
            assertThat(log.lines(DeadLetterReport.class)).singleElement().asString().startsWith("WARN ")
                    .contains("{traceId=0af7651916cd43dd8448eb211c80319c}").endsWith(
                            " Dead letter: product-added-to-cart of a user, data is not a product-added-to-cart\n");
        }
        assertThat(shop.counted("cartwright.events.dead.lettered")).isOne();
        assertThat(shop.broker.published().get(0).event().getExtension("traceparent")).isEqualTo(TRACE);
    }

    @Test
    void what_is_applied_is_neither() {
        try (var log = WholeLog.open()) {
            assertThat(shop.deliverOne(Shopfloor.added("123", "456", "09:00:00", "1"))).isEqualTo(Outcome.APPLIED);
            assertThat(log.lines(DeadLetterReport.class)).isEmpty();
        }
        assertThat(shop.counted("cartwright.events.dead.lettered")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"too full,too full", "the rule failed: java.lang.ArithmeticException: jane,"
            + "the rule failed: java.lang.ArithmeticException", "not a number: jane doe,not a number"})
    void reason_is_logged_without_what_it_may_quote(String reason, String logged) {
        var report = new DeadLetterReport(new LaneMeters(new SimpleMeterRegistry(), Shop.events()));
        try (var log = WholeLog.open()) {
            report.tell("order-placed", "user/jane", reason, null);
            assertThat(log.lines(DeadLetterReport.class)).singleElement().asString()
                    .endsWith(" {} Dead letter: order-placed of a user, " + logged + "\n");
        }
    }
}
