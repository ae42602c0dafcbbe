package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest extends BrokerTest {
    @Test
    void single_event_goes_in_binary_mode_with_its_attempt() {
        publish("1", "user/456", Map.of("ce-partner", "caf%C3%A9"));
        dispatch();
        await(() -> functions.received().size() == 1);
        var received = functions.received().get(0);
        assertThat(received.id()).isEqualTo("1");
        assertThat(received.subject()).isEqualTo("user/456");
        assertThat(received.contentType()).isEqualTo("application/json");
        assertThat(received.attempt()).isEqualTo("1");
        assertThat(received.body().toString()).isEqualTo("{\"n\":1}");
        await(() -> pending() == 0);
    }

    @Test
    void entry_without_subscriber_is_acknowledged_and_not_delivered() {
        publish("1", "user/456", Map.of("group", ""));
        publish("2", "user/456");
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 1);
        await(() -> dispatcher.buffered() == 0);
        assertThat(functions.ids()).containsExactly("2");
        assertThat(dispatcher.counts().unsubscribed()).isEqualTo(1);
        assertThat(pending()).isZero();
    }

    @Test
    void events_of_one_subject_go_in_order_and_together() {
        var ids = publishMany(600, "product/1");
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 600);
        assertThat(functions.ids()).isEqualTo(ids);
        assertThat(functions.received()).hasSizeLessThan(20).anyMatch(FakeFunctions.Received::isBatch)
            .allSatisfy(each -> assertThat(each.ids()).hasSizeLessThanOrEqualTo(Limits.BATCH_EVENTS));
        await(() -> pending() == 0);
    }

    @Test
    void batch_is_kept_below_a_megabyte() {
        var large = Map.of("data", "\"" + "x".repeat(300_000) + "\"");
        IntStream.range(0, 8).forEach(i -> publish("" + i, "user/1", large));
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 8);
        assertThat(functions.received())
            .allSatisfy(each -> assertThat(each.body().length()).isLessThan(1_000_000));
    }

    @Test
    void batch_has_decoded_attributes_and_data_as_sent() {
        publish("1", "user/1");
        publish("2", "user/1", Map.of("ce-partner", "caf%C3%A9 %22x%22"));
        publish("3", "user/1", Map.of("content-type", "text/plain", "data", "hello"));
        publish("4", "user/1", Map.of("data", ""));
        dispatch();
        await(() -> functions.ids().size() == 4);
        var batch = functions.received().get(0).body().toJsonArray();
        assertThat(batch.getJsonObject(1)).isEqualTo(new JsonObject(Map.of("id", "2", "source", "/test",
            "type", "tested", "specversion", "1.0", "subject", "user/1", "datacontenttype", "application/json",
            "partner", "café \"x\"", "data", new JsonObject(Map.of("n", 1)))));
        assertThat(batch.getJsonObject(2).getBinary("data_base64")).asString().isEqualTo("hello");
        assertThat(batch.getJsonObject(3).fieldNames()).doesNotContain("data", "data_base64");
    }

    @Test
    void trace_context_goes_with_each_event() {
        publish("1", "user/1", Map.of("traceparent", "one"));
        publish("2", "user/2", Map.of("traceparent", "two"));
        publish("3", "user/2");
        publish("4", "user/2", Map.of("traceparent", "four"));
        dispatch();
        await(() -> functions.ids().size() == 4);
        assertThat(functions.received()).extracting(FakeFunctions.Received::traces)
            .containsExactlyInAnyOrder("one null", "null two,,four");
    }

    @Test
    void subjects_go_side_by_side_but_never_one_subject_twice() {
        var held = new ConcurrentLinkedQueue<HttpServerResponse>();
        functions.answering((event, response) -> held.add(response));
        IntStream.range(0, 20).forEach(i -> publish("first-" + i, "user/" + i));
        dispatch(options().with(Limits.standard().withInFlight(8)));
        await(() -> held.size() == 8);
        IntStream.range(0, 20).forEach(i -> publish("second-" + i, "user/" + i));
        assertThat(functions.received()).hasSize(8);
        functions.answering(204);
        held.forEach(response -> FakeFunctions.answer(response, 204));
        await(() -> functions.ids().size() == 40);
        IntStream.range(0, 20).forEach(i ->
            assertThat(functions.ids().indexOf("first-" + i)).isLessThan(functions.ids().indexOf("second-" + i)));
    }
}
