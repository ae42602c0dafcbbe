package dev.cartwright.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one connection is subscribed to, and what is to be changed in it. */
final class Session {

    private static final int AT_ONCE = 500;

    final Subscription subscription;
    private final Predicate<String> wanted;
    private final Consumer<String> standing;
    private final Set<String> changing = new LinkedHashSet<>();
    /** Of one thread. */
    private final Set<String> subscribed = new HashSet<>();

    /** @param standing is told of channels that are wanted anew before the subscription to them ended */
    Session(Subscription subscription, Predicate<String> wanted, Consumer<String> standing) {
        this.subscription = subscription;
        this.wanted = wanted;
        this.standing = standing;
    }

    /** True where something is to be done that was not before. */
    synchronized boolean change(Collection<String> channels) {
        boolean first = changing.isEmpty();
        changing.addAll(channels);
        return first && !changing.isEmpty();
    }

    private synchronized List<String> take() {
        var taken = changing.stream().limit(AT_ONCE).toList();
        taken.forEach(changing::remove);
        return taken;
    }

    /** Has the connection subscribed to what is wanted; by one thread. */
    void settle() {
        for (var names = take(); !names.isEmpty(); names = take()) {
            List<String> toSubscribe = new ArrayList<>();
            List<String> toUnsubscribe = new ArrayList<>();
            for (var name : names) {
                if (!wanted.test(name)) {
                    if (subscribed.remove(name)) {
                        toUnsubscribe.add(name);
                    }
                } else if (subscribed.add(name)) {
                    toSubscribe.add(name);
                } else {
                    standing.accept(name);
                }
            }
            if (!toSubscribe.isEmpty()) {
                subscription.subscribe(toSubscribe);
            }
            if (!toUnsubscribe.isEmpty()) {
                subscription.unsubscribe(toUnsubscribe);
            }
        }
    }
}
