package dev.cartwright.pubsub;

import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages as requests, each of one ordering key as Pub/Sub wants it. A wave has at most one request of a key: when the
 * wave before it is durable, it may go out.
 */
final class Waves {

    /** As many as the service takes at once. */
    private static final int MAX_MESSAGES = 1000;
    /** Far from what the service takes, since so many of them may be under way. */
    private static final int MAX_BYTES = 1_000_000;

    private final String topic;
    private final Map<String, Deque<PublishRequest.Builder>> byKey = new LinkedHashMap<>();
    private final Map<PublishRequest.Builder, Integer> sizes = new IdentityHashMap<>();

    private Waves(String topic) {
        this.topic = topic;
    }

    static List<List<PublishRequest>> of(String topic, Collection<PubsubMessage> messages) {
        var waves = new Waves(topic);
        messages.forEach(waves::add);
        return waves.taken();
    }

    private void add(PubsubMessage message) {
        var requests = byKey.computeIfAbsent(message.getOrderingKey(), key -> new ArrayDeque<>());
        int size = message.getSerializedSize();
        var last = requests.peekLast();
        if (last == null || last.getMessagesCount() == MAX_MESSAGES || sizes.get(last) + size > MAX_BYTES) {
            last = PublishRequest.newBuilder().setTopic(topic);
            requests.add(last);
        }
        last.addMessages(message);
        sizes.merge(last, size, Integer::sum);
    }

    private List<List<PublishRequest>> taken() {
        List<List<PublishRequest>> waves = new ArrayList<>();
        while (!byKey.isEmpty()) {
            waves.add(byKey.values().stream().map(requests -> requests.remove().build()).toList());
            byKey.values().removeIf(Deque::isEmpty);
        }
        return waves;
    }
}
