package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.local.servers.LocalServer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What senders are told while a store or the broker hangs, and while more comes than is held: to come again. */
@QuarkusTest
@WithTestResource(ShopServers.class)
@TestProfile(BusyTest.Small.class)
class BusyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** An instance that holds little and waits briefly. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cartwright.lanes.count", "1", "cartwright.lanes.capacity", "1",
                    "cartwright.lanes.max-batch", "1", "cartwright.http.max-waiting", "1",
                    "cartwright.cache.deadline", "2s", "cartwright.broker.deadline", "2s",
                    "cartwright.bigtable.deadline", "2s");
        }
    }

    // why not closed: other tests need them, too.
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void deliveries_are_told_to_come_again(LocalServer store) {
        var answers = whileHanging(store, i -> added("/", "busy-" + i, "1"));
        assertThat(answers).extracting(Answer::status).contains(429, 503).containsOnly(429, 503);
        assertThat(answers).allSatisfy(BusyTest::isToComeAgain);
    }

    static Stream<LocalServer> stores() {
        return Stream.of(Servers.cache(), Servers.bigtable());
    }

    @Test
    void events_of_front_ends_are_told_to_come_again() {
        var answers = whileHanging(Servers.broker(), i -> added("/events", "busy-" + i, "2"));
        assertThat(answers).extracting(Answer::status).contains(429, 503).containsOnly(429, 503);
        assertThat(answers).allSatisfy(BusyTest::isToComeAgain);
    }

    @Test
    void deliveries_of_a_batch_are_told_so_one_by_one() {
        var batch = json("/", "application/cloudevents-batch+json", IntStream.range(0, 8)
                .mapToObj(i -> structured("busy-batch-" + i, "3")).toList().toString());
        var answer = whileHanging(Servers.cache(), i -> batch, 1).get(0);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json()).hasSize(8).allSatisfy(item ->
                assertThat(item.path("problem").path("status").asInt()).isIn(429, 503));
    }

    @Test
    void they_come_through_when_it_goes_on() {
        deliveries_are_told_to_come_again(Servers.cache());
        assertThat(added("/", "busy-0", "1").send().status()).isEqualTo(204);
        assertThat(added("/events", "busy-0", "2").send().status()).isEqualTo(202);
    }

    private static void isToComeAgain(Answer answer) {
        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("Exception");
    }

    private static List<Answer> whileHanging(LocalServer server, IntFunction<Call> calls) {
        return whileHanging(server, calls, 8);
    }

    private static List<Answer> whileHanging(LocalServer server, IntFunction<Call> calls, int times) {
        // Whatever the test before left broken has been mended by then.
        assertThat(Waiting.until(SOON, () -> calls.apply(times).send().status() / 100 == 2)).isTrue();
        server.freeze();
        try {
            var answers = IntStream.range(0, times).mapToObj(calls)
                    .map(call -> CompletableFuture.supplyAsync(call::send)).toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            server.thaw();
        }
    }
}
