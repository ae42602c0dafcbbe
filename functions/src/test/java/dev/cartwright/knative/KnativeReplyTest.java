package dev.cartwright.knative;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.Servers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With Knative as the broker, an event that follows may be the answer. */
@QuarkusTest
@WithTestResource(KnativeReplyTest.Knative.class)
class KnativeReplyTest {

    private static final HttpSink SINK = new HttpSink();

    @Inject
    MeterRegistry meters;

    /** A sink is all the broker there is. */
    public static final class Knative implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(Servers.settings("redis://127.0.0.1:1"));
            settings.put("cartwright.broker.kind", "knative");
            settings.put("cartwright.broker.sink", SINK.uri().toString());
            settings.put("cartwright.broker.ce-overrides", "{\"extensions\":{\"shop\":\"1\"}}");
            return settings;
        }

        @Override
        public void stop() {
            SINK.close();
        }
    }

    @Test
    void follow_up_is_the_answer_where_the_sender_takes_it_and_is_sent_where_not() {
        var reply = added("/", "replied", "reply-1").with("prefer", "reply").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ce-type")).isEqualTo("product-demanded");
        assertThat(reply.header("ce-causationid")).isEqualTo("reply-1");
        assertThat(reply.header("ce-cartwrightgroup")).isEqualTo("product");
        assertThat(reply.header("ce-recordedtime")).isNotNull();
        assertThat(reply.header("ce-shop")).isEqualTo("1");
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        assertThat(reply.json().path("product_id").asText()).isEqualTo("123");
        assertThat(isSent("reply-1")).isFalse();

        assertThat(added("/", "replied", "reply-1").with("prefer", "reply").send().header("ce-id"))
                .isEqualTo(reply.header("ce-id"));

        assertThat(added("/", "replied", "reply-2").send().status()).isEqualTo(204);
        assertThat(isSent("reply-2")).isTrue();
    }

    @Test
    void event_from_outside_is_sent_to_the_sink_and_its_sender_may_wait() {
        SINK.answering(received -> {
            if ("from-outside".equals(received.headers().get("ce-id"))) {
                new Thread(() -> added("/", "outside", "from-outside").with("prefer", "reply").send()).start();
            }
            return 202;
        });
        var answer = added("/events", "outside", "from-outside").with("prefer", "wait=30").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("causationid").asText()).isEqualTo("from-outside");
        assertThat(SINK.taken()).anyMatch(received -> "from-outside".equals(received.headers().get("ce-id"))
                && "cart".equals(received.headers().get("ce-cartwrightgroup")));
    }

    @Test
    void event_without_a_function_is_counted_for_a_sender_that_takes_an_answer_too() {
        double before = unhandled();
        var noted = added("/", "noted", "1").with("ce-type", "note-taken").with("prefer", "reply").send();
        assertThat(noted.status()).isEqualTo(204);
        assertThat(unhandled() - before).isEqualTo(1);
    }

    private double unhandled() {
        return meters.counter("cartwright.events.unhandled", "type", "undeclared").count();
    }

    @Test
    void event_that_the_broker_refuses_is_its_senders_to_mend_and_no_other_of_the_batch() {
        SINK.answering(received -> "too-large".equals(received.headers().get("ce-id")) ? 413 : 202);
        var batch = "[" + Call.structured("batch", "fine") + "," + Call.structured("batch", "too-large") + "]";
        var answer = Call.json("/events", "application/cloudevents-batch+json", batch).send();
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().findValuesAsText("status")).startsWith("202", "422");
        assertThat(added("/events", "batch", "too-large").send().status()).isEqualTo(422);
    }

    @Test
    void instance_is_ready_with_its_sink() {
        assertThat(Call.get("/q/health/ready").status()).isEqualTo(200);
    }

    private static boolean isSent(String cause) {
        return SINK.taken().stream().anyMatch(received -> cause.equals(received.headers().get("ce-causationid")));
    }
}
