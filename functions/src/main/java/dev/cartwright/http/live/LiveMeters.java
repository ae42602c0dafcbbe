package dev.cartwright.http.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** What is counted of live streams. */
@Singleton
final class LiveMeters {

    private final MeterRegistry registry;
    private final Counter told;
    private final Counter refused;
    private final Map<EndReason, Counter> ended = new EnumMap<>(EndReason.class);

    LiveMeters(MeterRegistry registry) {
        this.registry = registry;
        this.told = Counter.builder("cartwright.live.messages").description("Messages told to clients")
                .register(registry);
        this.refused = Counter.builder("cartwright.live.refused")
                .description("Streams refused since there were as many as may be").register(registry);
        for (var reason : EndReason.values()) {
            ended.put(reason, Counter.builder("cartwright.live.ended").tag("reason", reason.word())
                    .description("Streams that the server ended").register(registry));
        }
    }

    void open(IntSupplier streams) {
        Gauge.builder("cartwright.live.streams", streams::getAsInt).description("Streams that are open")
                .strongReference(true).register(registry);
    }

    void told() {
        told.increment();
    }

    void refused() {
        refused.increment();
    }

    void ended(EndReason reason) {
        ended.get(reason).increment();
    }
}
