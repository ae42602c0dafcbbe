package dev.cartwright.views;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtableClients;
import dev.cartwright.bigtable.BigtableEventLog;
import dev.cartwright.bigtable.BigtableSubjectFinder;
import dev.cartwright.bigtable.BigtableTarget;
import dev.cartwright.bigtable.Tables;
import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.redis.RedisEndlessBoards;
import dev.cartwright.redis.RedisLatestEvents;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisRankings;
import dev.cartwright.redis.RedisSharedWork;
import dev.cartwright.redis.RedisSubjectStore;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.LaneSettings;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.Outcome;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.RankedSubjectStore;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Runtime;
import dev.cartwright.runtime.SubjectFinder;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.shop.Shop;
import dev.cartwright.testing.Servers;
import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import redis.clients.jedis.RedisClient;

/** An instance of the functions as far as views go, over a real Redis and Google's emulator. */
final class ViewInstance implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /**
     * What does not work as it should.
     *
     * @param rankings that states are put into
     * @param finder of those who are searched for
     */
    record Weakness(UnaryOperator<RankingStore> rankings, UnaryOperator<SubjectFinder> finder) {

        static final Weakness NONE = new Weakness(rankings -> rankings, finder -> finder);
    }

    private final RedisPool redis;
    private final BigtableDataClient bigtable;
    private final Runtime runtime;
    private final Lanes lanes;
    private final ShopViews shop;
    private final AllViews views;
    private final InMemoryPublisher broker = new InMemoryPublisher();
    private int processed;

    ViewInstance(RuleSetVersion version, Supplier<Instant> clock) {
        this(version, clock, Weakness.NONE, Servers.cache().url(), Servers.bigtable().address());
    }

    ViewInstance(RuleSetVersion version, Supplier<Instant> clock, Weakness weakness) {
        this(version, clock, weakness, Servers.cache().url(), Servers.bigtable().address());
    }

    ViewInstance(RuleSetVersion version, Supplier<Instant> clock, Weakness weakness, String cache, String emulator) {
        redis = new RedisPool("the cache", URI.create(cache), DEADLINE);
        bigtable = bigtable(emulator);
        var engine = new Engine(Shop.rules(), 32);
        var rankings = new RedisRankings(redis);
        var store = new RankedSubjectStore(new RedisSubjectStore(redis, 1), engine.rules(), weakness.rankings().apply(rankings),
                changed -> { });
        var log = new BigtableEventLog(bigtable, DEADLINE, Set.of(InstanceEvent.KIND));
        runtime = new Runtime(engine, new Events(engine.rules().catalog()), version,
                log, store, broker, LaneSettings.DEFAULT,
                new LaneMeters(new SimpleMeterRegistry(), engine.rules().catalog()), EventSpans.NONE,
                System::nanoTime);
        lanes = new Lanes(runtime);
        lanes.start();
        var subjects = new SubjectReader(runtime);
        shop = new ShopViews(new ShopViews.Sources(rankings, new RedisEndlessBoards(redis), subjects,
                weakness.finder().apply(new BigtableSubjectFinder(bigtable, DEADLINE)), new RedisSharedWork(redis)),
                engine.rules(), version, clock);
        List<View> all = new ArrayList<>(shop.all());
        all.addAll(OperationsViews.of(subjects, log, new RedisLatestEvents(redis),
                new OperationsViews.Ages(Duration.ZERO, Duration.ZERO), clock));
        views = new AllViews(all, Duration.ZERO, clock);
    }

    private static BigtableDataClient bigtable(String emulator) {
        var target = BigtableTarget.emulator(emulator, DEADLINE);
        Tables.ensure(target, DEADLINE);
        try {
            return BigtableClients.data(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompletionStage<Outcome> submit(CloudEvent event) {
        return lanes.submit(new Incoming(event, runtime.events().read(event)), SpanContext.getInvalid());
    }

    Outcome deliver(CloudEvent event) {
        return submit(event).toCompletableFuture().join();
    }

    SubjectReader subjects() {
        return new SubjectReader(runtime);
    }

    /** What other tests left in the cache may be of newer rules, which is not to be overwritten. */
    static void forget() {
        try (var cache = RedisClient.create(Servers.cache().url())) {
            cache.flushAll();
        }
    }

    static void forget(String keys) {
        try (var cache = RedisClient.create(Servers.cache().url())) {
            cache.keys(keys).forEach(cache::del);
        }
    }

    /** Delivers these, and whatever follows from them. */
    void process(List<CloudEvent> events) {
        for (var next = events; !next.isEmpty(); next = published()) {
            next.forEach(this::deliver);
        }
    }

    /** What was published since this was asked last. */
    List<CloudEvent> published() {
        var all = broker.published();
        var some = all.subList(processed, all.size()).stream().map(Publisher.Publication::event).toList();
        processed = all.size();
        return some;
    }

    /** All rows, as JSON. */
    String view(String name, Map<String, String> parameters) {
        return Json.text(rows(name, parameters));
    }

    private List<?> rows(String name, Map<String, String> parameters) {
        return views.answer(views.find(name).orElseThrow(), parameters, 0, Integer.MAX_VALUE).rows();
    }

    /** Of the shoppers whose names begin so, without that. */
    List<OpenCarts.Row> openCarts(String prefix) {
        return rows(OpenCarts.NAME, Map.of()).stream().map(OpenCarts.Row.class::cast)
                .filter(row -> row.userId().startsWith(prefix))
                .map(row -> new OpenCarts.Row(row.userId().substring(prefix.length()), row.lastActive(), row.products(),
                        row.pieces())).toList();
    }

    @Override
    public void close() {
        shop.close();
        lanes.close();
        redis.close();
        bigtable.close();
    }
}
