package dev.cartwright.views;

import dev.cartwright.live.LivePublisher;
import dev.cartwright.operations.Alert;
import dev.cartwright.operations.Incident;
import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.operations.Register;
import dev.cartwright.operations.Service;
import dev.cartwright.shop.trade.Slot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the watchers of views that subjects changed. Thread-safe. */
@Singleton
public final class ViewNews {

    private static final Map<String, List<String>> VIEWS = Map.of(
            Slot.KIND, List.of(TopProducts.NAME, Sales.NAME, Conversion.NAME),
            OpenCarts.KIND, List.of(OpenCarts.NAME, Conversion.NAME),
            Products.KIND, List.of(Products.NAME),
            Register.KIND, List.of(Services.NAME),
            Service.KIND, List.of(Services.NAME, Incidents.NAME, Alerts.NAME, Activities.NAME),
            InstanceEvent.KIND, List.of(Services.NAME, RuleMap.NAME),
            Incident.KIND, List.of(Services.NAME, Incidents.NAME),
            Alert.KIND, List.of(Alerts.NAME));

    /** All samples of a step come within that time; what it comes to need not be told again and again. */
    private static final long PERFORMANCE_NANOS = Duration.ofSeconds(5).toNanos();

    private final LivePublisher publisher;
    private final AtomicLong performanceTold = new AtomicLong(System.nanoTime() - PERFORMANCE_NANOS);

    ViewNews(LivePublisher publisher) {
        this.publisher = publisher;
    }

    /** What was within the last hour or day is so no longer, though nothing happened; neither blocks nor throws. */
    public void minutePassed() {
        VIEWS.get(Slot.KIND).forEach(publisher::changed);
    }

    /** Of subjects of this kind; neither blocks nor throws. */
    public void changed(String kind) {
        VIEWS.getOrDefault(kind, List.of()).forEach(publisher::changed);
        if (kind.equals(InstanceEvent.KIND)) {
            sampled();
        }
    }

    private void sampled() {
        long last = performanceTold.get();
        long now = System.nanoTime();
        if (now - last >= PERFORMANCE_NANOS && performanceTold.compareAndSet(last, now)) {
            publisher.changed(Performance.NAME);
        }
    }

    /** Of the events that passed some others are shown now; neither blocks nor throws. */
    public void passed() {
        publisher.changed(Latest.NAME);
    }
}
