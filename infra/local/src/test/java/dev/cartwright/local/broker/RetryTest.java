package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends BrokerTest {
    @ParameterizedTest
    @ValueSource(ints = {404, 408, 409, 429, 500, 503})
    void transient_status_is_tried_again_and_later_events_wait(int status) {
        functions.answering(firstTimes(2, response -> FakeFunctions.answer(response, status)));
        publish("1", "user/1");
        var dispatcher = dispatch();
        await(() -> !functions.received().isEmpty());
        publish("2", "user/1");
        await(() -> dispatcher.counts().delivered() == 2);
        assertThat(functions.received().get(1).ids()).startsWith("1");
        assertThat(functions.received().get(1).attempt()).isEqualTo("2");
        assertThat(functions.ids()).endsWith("2");
        await(() -> pending() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 413, 415, 422})
    void permanent_status_is_counted_and_acknowledged(int status) {
        functions.answering(status);
        publish("1", "user/1");
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().refused() == 1);
        await(() -> pending() == 0);
        assertThat(functions.received()).hasSize(1);
    }

    @Test
    void refused_batch_is_sent_one_by_one() {
        functions.answering((event, response) ->
            FakeFunctions.answer(response, event.isBatch() || event.id().equals("user/1-1") ? 400 : 204));
        publishMany(4, "user/1");
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 3);
        assertThat(dispatcher.counts().refused()).isEqualTo(1);
    }

    @Test
    void of_a_mixed_answer_only_the_transient_failures_are_tried_again() {
        functions.answering(firstTimes(1, response -> response.setStatusCode(207)
            .end(new JsonArray().add(result(204)).add(result(503)).add(result(422)).add(result(503)).encode())));
        publishMany(4, "user/1");
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 3);
        assertThat(functions.ids()).containsExactly(
            "user/1-0", "user/1-1", "user/1-2", "user/1-3", "user/1-1", "user/1-3");
        assertThat(dispatcher.counts().refused()).isEqualTo(1);
        await(() -> pending() == 0);
    }

    @Test
    void mixed_answer_that_makes_no_sense_acknowledges_nothing() {
        functions.answering(firstTimes(1, response -> response.setStatusCode(207).end("[{\"status\":204}]")));
        publishMany(2, "user/1");
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 2);
        assertThat(functions.ids()).hasSize(4);
    }

    @Test
    void retry_after_is_respected() {
        functions.answering(firstTimes(1, response -> response.putHeader("Retry-After", "1").setStatusCode(503).end()));
        publish("1", "user/1");
        long start = System.nanoTime();
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().delivered() == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void no_answer_in_time_is_tried_again() {
        functions.answering(firstTimes(1, response -> { }));
        publish("1", "user/1");
        var dispatcher = dispatch(options().with(Limits.standard().withDeadline(Duration.ofMillis(200))));
        await(() -> dispatcher.counts().delivered() == 1);
        assertThat(functions.ids()).containsExactly("1", "1");
    }

    @Test
    void functions_that_are_down_get_everything_when_they_are_back() {
        functions.stop();
        for (int i = 0; i < 50; i++) {
            publish("" + i, "user/" + i);
        }
        var dispatcher = dispatch();
        await(() -> dispatcher.counts().requests() > 50);
        functions.listenAgain();
        await(() -> dispatcher.counts().delivered() == 50);
        assertThat(functions.ids()).hasSize(50).doesNotHaveDuplicates();
    }

    private static JsonObject result(int status) {
        return new JsonObject().put("status", status);
    }

    private static BiConsumer<FakeFunctions.Received, HttpServerResponse> firstTimes(
        int times, Consumer<HttpServerResponse> behaviour) {
        var requests = new AtomicInteger();
        return (event, response) -> {
            if (requests.incrementAndGet() <= times) {
                behaviour.accept(response);
            } else {
                FakeFunctions.answer(response, 204);
            }
        };
    }
}
