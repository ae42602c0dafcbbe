package dev.cartwright.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must be known of every subject after some events, by the plainest book-keeping there is. */
final class Ledger {

    private final Map<String, Map<String, Object>> properties = new TreeMap<>();
    private final Map<String, Map<String, Integer>> carts = new TreeMap<>();
    private final Map<String, List<String>> logs = new TreeMap<>();

    static Map<String, Remembered> of(Collection<ShopEvent> events) {
        var ledger = new Ledger();
        events.stream().distinct().sorted(ShopEvent.POSITION).forEach(ledger::enter);
        return ledger.subjects();
    }

    private void enter(ShopEvent event) {
        var shopper = entry(event.subject(), event.id() + event.source());
        var cart = carts.computeIfAbsent(event.subject(), subject -> new TreeMap<>());
        switch (event.type()) {
            case ShopEvent.ADDED -> {
                shopper.put("last_product_added", event.thing());
                cart.merge(event.thing(), event.pieces(), Integer::sum);
                entry("product/" + event.thing(), event.id()).merge("times_added", 1, (a, b) -> (int) a + (int) b);
            }
            case ShopEvent.REMOVED -> cart.computeIfPresent(event.thing(),
                    (product, pieces) -> pieces > event.pieces() ? pieces - event.pieces() : null);
            default -> {
                shopper.put("last_order", event.thing());
                cart.clear();
                entry("order/" + event.thing(), event.id()).put("status", "received");
            }
        }
    }

    private Map<String, Object> entry(String subject, String known) {
        logs.computeIfAbsent(subject, s -> new ArrayList<>()).add(known);
        return properties.computeIfAbsent(subject, s -> new TreeMap<>());
    }

    private Map<String, Remembered> subjects() {
        carts.forEach((subject, cart) -> {
            if (!cart.isEmpty()) {
                properties.get(subject).put("cart", cart);
            }
        });
        Map<String, Remembered> subjects = new TreeMap<>();
        logs.forEach((subject, log) ->
                subjects.put(subject, new Remembered(properties.get(subject), log.size(), ordered(subject, log))));
        return subjects;
    }

    // why sorted: where follow-ups of one time stand among each other is theirs to choose.
    private static List<String> ordered(String subject, List<String> log) {
        if (subject.startsWith("user/")) {
            Collections.reverse(log);
        } else {
            Collections.sort(log);
        }
        return log;
    }
}
