package dev.cartwright.runtime;

import dev.cartwright.runtime.Publisher.Publication;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What is published together, and whose it is: so that what does not go out fails its owners alone. Used once. */
final class Outbox {

    private final List<Publication> publications = new ArrayList<>();
    private final List<Object> owners = new ArrayList<>();
    private final Map<Object, RuntimeException> failures = new IdentityHashMap<>();

    void add(Object owner, List<Publication> some) {
        for (var publication : some) {
            publications.add(publication);
            owners.add(owner);
        }
    }

    /** Throws {@link Unavailable} where nobody can say what went out. */
    void send(Publisher publisher) {
        if (publications.isEmpty()) {
            return;
        }
        try {
            publisher.publish(publications);
        } catch (NotAllPublished some) {
            some.failures().forEach((place, why) -> failures.putIfAbsent(owners.get(place), why));
        }
    }

    /** Why not all of the owner's is durable; null where it is. */
    RuntimeException failure(Object owner) {
        return failures.get(owner);
    }
}
