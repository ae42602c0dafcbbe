package dev.cartwright.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What happens in one shop on one day, made from a seed; shoppers, products and orders bear the name of the day. */
final class ShopDay {

    private static final Instant OPENING = Instant.parse("2023-04-19T09:00:00Z");
    private static final int SHOPPERS = 60;
    private static final int PRODUCTS = 40;
    private static final int EVENTS_A_SECOND = 40;

    private final String name;
    private final long seed;
    private final Random random;
    private final List<ShopEvent> events = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ShopDay(String name, long seed) {
        this.name = name;
        this.seed = seed;
        this.random = new Random(seed);
    }

    static ShopDay of(String name, int events, long seed) {
        var day = new ShopDay(name, seed);
        while (day.events.size() < events) {
            day.happen();
        }
        return day;
    }

    /** In the order of their times; those of one second are in no order. */
    List<ShopEvent> events() {
        return List.copyOf(events);
    }

    /** Every event as often as said, in any order. */
    List<ShopEvent> shuffled(int times) {
        List<ShopEvent> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(events);
        }
        Collections.shuffle(all, random);
        return all;
    }

    private void happen() {
        var event = event("/" + name + "/web");
        events.add(event);
        // why: events that nothing but their source tells apart.
        if (random.nextInt(20) == 0) {
            events.add(event.from("/" + name + "/app"));
        }
    }

    private ShopEvent event(String source) {
        var time = OPENING.plusSeconds(events.size() / EVENTS_A_SECOND).plusMillis(250L * random.nextInt(2));
        var user = name + '-' + random.nextInt(SHOPPERS);
        var product = name + '-' + random.nextInt(PRODUCTS);
        var quantity = random.nextBoolean() ? null : 1 + random.nextInt(3);
        var id = newId();
        return switch (random.nextInt(16)) {
            case 0 -> new ShopEvent(source, id, time, ShopEvent.ORDERED, user, name + "-order-" + id, null);
            case 1, 2, 3, 4, 5 -> new ShopEvent(source, id, time, ShopEvent.REMOVED, user, product, quantity);
            default -> new ShopEvent(source, id, time, ShopEvent.ADDED, user, product, quantity);
        };
    }

    private String newId() {
        return Stream.generate(() -> Integer.toString(random.nextInt(1 << 24), 36)).filter(ids::add).findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "ShopDay.of(\"%s\", %d, %dL)".formatted(name, events.size(), seed);
    }
}
