package dev.cartwright.live;

import static dev.cartwright.live.LiveInstance.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.runtime.Outcome;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.RedisClient;

/** Changes on two instances, some late, some twice, while watchers come, go and come back: no gap, nothing twice. */
class LiveStormTest {

    private static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");
    private static final int EVENTS = Integer.getInteger("cartwright.storm", 600);
    private static final int SUBJECTS = 4;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final List<Watcher> watching = new ArrayList<>();
    private final List<Watcher> gone = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,true", "4,true"})
    void everyWatcherKnowsEveryChangeOnce(long seed, boolean accidents) {
        var random = new Random(seed);
        try (var server = RedisServer.cache(); var redis = RedisClient.create(server.url());
                var one = new LiveInstance(server.url(), log); var other = new LiveInstance(server.url(), log)) {
            var instances = List.of(one, other);
            List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                outcomes.add(send(instances.get(random.nextInt(2)), random, i));
                comeAndGo(instances.get(random.nextInt(2)), random);
                if (accidents && random.nextInt(100) == 0) {
                    haveAccident(redis, server.url(), random);
                }
            }
            outcomes.forEach(CompletableFuture::join);
            settle(one);
        }
    }

    private CompletableFuture<Outcome> send(LiveInstance instance, Random random, int number) {
        int event = random.nextInt(10) == 0 ? random.nextInt(number + 1) : number;
        int second = event % 7 == 0 ? event / 2 : event;
        var sent = added(user(event % SUBJECTS), "p" + event % 5, NINE.plusSeconds(second), "e" + event);
        return untilItIs(instance, sent, 20);
    }

    /** As a broker does. */
    private static CompletableFuture<Outcome> untilItIs(LiveInstance instance, CloudEvent event,
            int tries) {
        return instance.submit(event).toCompletableFuture().exceptionallyCompose(failure ->
                tries == 0 ? CompletableFuture.failedFuture(failure) : untilItIs(instance, event, tries - 1));
    }

    private void comeAndGo(LiveInstance instance, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> watching.add(instance.watch(user(random.nextInt(SUBJECTS))));
            case 1 -> {
                if (!watching.isEmpty()) {
                    var goes = watching.remove(random.nextInt(watching.size()));
                    goes.close();
                    gone.add(goes);
                }
            }
            case 2 -> {
                if (!gone.isEmpty()) {
                    var back = gone.remove(random.nextInt(gone.size()));
                    if (back.position().isPresent()) {
                        watching.add(Watcher.resuming(instance.hub, back.channel(), back));
                    }
                }
            }
            default -> { }
        }
    }

    private static void haveAccident(RedisClient redis, String url, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> redis.flushAll();
            case 1 -> redis.del("live:{" + user(random.nextInt(SUBJECTS)) + "}");
            case 2 -> redis.del("subject:{" + user(random.nextInt(SUBJECTS)) + "}");
            default -> LiveInstance.cutSubscriptions(url);
        }
    }

    private void settle(LiveInstance instance) {
        var states = IntStream.range(0, SUBJECTS).mapToObj(i -> instance.state(user(i))).toList();
        for (var watcher : watching) {
            var state = states.get(Integer.parseInt(watcher.channel().substring(5)));
            watcher.awaitsVersion(state.get("version").longValue());
            assertThat(watcher.faults()).as(() -> String.join("\n", watcher.told())).isEmpty();
            assertThat(watcher.known()).isEqualTo(state);
        }
        gone.forEach(watcher -> assertThat(watcher.faults()).isEmpty());
    }

    private static String user(int number) {
        return "user/" + number;
    }
}
