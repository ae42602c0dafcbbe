package dev.cartwright.views;

import dev.cartwright.live.LivePublisher;
import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.shop.trade.Slot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Tells the watchers of views that subjects changed. Thread-safe. */
@Singleton
public final class ViewNews {

    private static final Map<String, List<String>> VIEWS = Map.of(
            Slot.KIND, List.of(TopProducts.NAME, Sales.NAME, Conversion.NAME),
            OpenCarts.KIND, List.of(OpenCarts.NAME),
            Products.KIND, List.of(Products.NAME),
            InstanceEvent.KIND, List.of(RuleMap.NAME));

    private final LivePublisher publisher;

    ViewNews(LivePublisher publisher) {
        this.publisher = publisher;
    }

    /** Of subjects of this kind; neither blocks nor throws. */
    public void changed(String kind) {
        VIEWS.getOrDefault(kind, List.of()).forEach(publisher::changed);
    }
}
