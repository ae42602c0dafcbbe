package dev.cartwright.bench;

import dev.cartwright.redis.RedisLiveStore;
import dev.cartwright.redis.RedisPool;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Has things happen to subjects that are watched, and measures how long after it the watchers hear of them. */
final class LiveLoad {

    private static final Pattern PUBLISHED = Pattern.compile("\"published_at\":(\\d+)");
    private static final Pattern EVENT = Pattern.compile("\"id\":\"(live-\\d+)\"");
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;
    private static final String ME = UUID.randomUUID().toString();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<String> refusal = new AtomicReference<>();
    private final Samples published = new Samples();
    private final Samples accepted = new Samples();
    private final IntFunction<String> subject;

    LiveLoad(IntFunction<String> subject) {
        this.subject = subject;
    }

    Samples published() {
        return published;
    }

    Samples accepted() {
        return accepted;
    }

    void heard(String message) {
        long now = System.nanoTime();
        var told = PUBLISHED.matcher(message);
        if (told.find()) {
            published.add(Long.parseLong(told.group(1)), now);
            return;
        }
        var event = EVENT.matcher(message);
        if (event.find()) {
            accepted.add(sentAt.get(event.group(1)), now);
        }
    }

    /** Tells the watchers so many times a second, over the one way that instances hear of each other. */
    void publish(RedisPool cache, int perSecond, Duration time) throws InterruptedException {
        var store = new RedisLiveStore(cache, 256, Duration.ofMinutes(5));
        evenly(2, perSecond, time, number -> {
            var channel = subject.apply(number);
            store.takeTurn(channel, ME);
            store.tell(channel, ME, CloudEventBuilder.v1().withId(Integer.toString(number)).withSource(URI.create("/bench"))
                    .withType("measured").withSubject(channel).withTime(OffsetDateTime.now())
                    .withData("application/json", ("{\"published_at\":" + System.nanoTime() + "}")
                            .getBytes(StandardCharsets.UTF_8)).build());
        });
    }

    /** Posts so many events a second, each of another shopper. */
    void post(URI url, int perSecond, Duration time) throws InterruptedException {
        evenly(1, perSecond, time, number -> {
            var user = subject.apply(number).substring("user/".length());
            var id = "live-" + posted.incrementAndGet();
            sentAt.put(id, System.nanoTime());
            http.sendAsync(HttpRequest.newBuilder(url.resolve("/events")).timeout(ANSWER)
                    .header("ce-specversion", "1.0").header("ce-id", id).header("ce-source", "/bench")
                    .header("ce-type", "product-added-to-cart").header("ce-subject", "user/" + user)
                    .header("ce-time", OffsetDateTime.now().toInstant().toString())
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString("{\"product_id\":\"1\",\"user_id\":\"" + user + "\"}")).build(),
                    BodyHandlers.ofString()).whenComplete(this::answered);
        });
    }

    private void answered(HttpResponse<String> answer, Throwable failure) {
        if (failure != null || answer.statusCode() != ACCEPTED) {
            refused.incrementAndGet();
            refusal.compareAndSet(null, failure != null ? failure.toString() : answer.statusCode() + " " + answer.body());
        }
    }

    /** Why the first event that was posted and not accepted was not; null where all were. */
    String refusal() {
        return refused.get() == 0 ? null : "%,d events were not accepted, the first: %s".formatted(refused.get(), refusal.get());
    }

    /** At their times, however long each takes: else what is slow would be asked less. */
    private static void evenly(int threads, int perSecond, Duration time, IntConsumer step) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(threads);
        long all = perSecond * time.toSeconds();
        long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int i = 0; i < all; i++) {
            int number = i;
            clock.schedule(() -> step.accept(number), i * nanos, TimeUnit.NANOSECONDS);
        }
        clock.shutdown();
        clock.awaitTermination(time.toSeconds() * 3, TimeUnit.SECONDS);
        clock.shutdownNow();
    }
}
