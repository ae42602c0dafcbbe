package dev.cartwright.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A broker brings a notice until its receiver has it. */
@QuarkusTest
@WithTestResource(ShopServers.class)
@WithTestResource(ReceiverAddress.class)
class AlertDeliveryTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TIME = Rfc3339.format(Instant.now());
    private static final String BATCH = "application/cloudevents-batch+json";

    @Test
    void noticeIsKept_andAcknowledgedOnceItIsTold() {
        try (var receiver = new Endpoint(ReceiverAddress.port())) {
            receiver.behaves(Endpoint.status(500));
            var refused = deliver(STRUCTURED, notice("one"));
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.header("retry-after")).isNotNull();
            assertThat(Call.get("/subjects/notice/one").json().path("version").asInt()).isEqualTo(1);
            receiver.behaves(Endpoint.status(204));
            assertThat(Waiting.until(PATIENCE, () -> deliver(STRUCTURED, notice("one")).status() == 204)).isTrue();
            assertThat(deliver(BATCH, "[" + notice("two") + "]").status()).isEqualTo(204);
            assertThat(receiver.calls()).extracting(call -> call.header("webhook-id"))
                    .containsExactly("id-one", "id-one", "id-two");
        }
    }

    @Test
    void otherEventsWaitForNobodyOutside() {
        assertThat(Call.added("/", "unmoved", "1").send().status()).isEqualTo(204);
    }

    private static Answer deliver(String mode, String body) {
        return Call.json("/", mode, body).send();
    }

    private static String notice(String id) {
        return """
                {"specversion":"1.0","id":"id-%1$s","source":"/cartwright/operations","type":"alert-notice",
                 "subject":"notice/%1$s","time":"%2$s","datacontenttype":"application/json",
                 "data":{"notice_id":"%1$s","alert_id":"cart.slow","news":"raised","service":"cart"}}"""
                .formatted(id, TIME);
    }

}
