package dev.cartwright.pubsub;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.DeadlineExceededException;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.ReceivedMessage;
import dev.cartwright.runtime.Unavailable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Publishes what is on the dead-letter subscription to the topic again, as it was, and ends; a message leaves the
 * subscription when it is durable on the topic, and one that comes back meanwhile is left for the next time.
 */
public final class DeadLetterDrain {

    /** How long a pull waits for messages. */
    private static final Duration PULL = Duration.ofSeconds(5);
    /** A pull may come back empty although messages wait. */
    private static final int EMPTY_PULLS = 3;
    private static final int AT_ONCE = 500;
    /** What Pub/Sub itself writes on a dead letter. */
    private static final String WRITTEN_BY_PUB_SUB = "CloudPubSubDeadLetterSource";

    private final PubSubTopic topic;
    private final SubscriberStub subscriber;
    private final String subscription;
    private final PrintStream out;
    private final Instant start = Instant.now();
    private final Set<String> left = new HashSet<>();
    private int published;

    private DeadLetterDrain(PubSubTopic topic, SubscriberStub subscriber, String subscription, PrintStream out) {
        this.topic = topic;
        this.subscriber = subscriber;
        this.subscription = subscription;
        this.out = out;
    }

    /** Exits with 0 where nothing stayed on the subscription. */
    public static void main(String[] arguments) {
        System.exit(DrainCommand.run(List.of(arguments), System.getenv(), System.out));
    }

    /** True where nothing stayed on the subscription. */
    static boolean run(PubSubTarget target, String subscription, PrintStream out) throws IOException {
        try (var topic = new PubSubTopic(target); var subscriber = PubSubClients.subscriber(target, PULL)) {
            return new DeadLetterDrain(topic, subscriber, subscription, out).run();
        }
    }

    private boolean run() {
        boolean complete = drain();
        out.println("published again: " + published + ", left on " + subscription + ": "
                + (complete ? String.valueOf(left.size()) : "some"));
        return complete && left.isEmpty();
    }

    private boolean drain() {
        try {
            for (int empty = 0; empty < EMPTY_PULLS;) {
                var messages = pull();
                empty = messages.isEmpty() ? empty + 1 : 0;
                if (!messages.isEmpty()) {
                    publish(messages);
                }
            }
            return true;
        } catch (Unavailable | ApiException e) {
            out.println(e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
            return false;
        }
    }

    /** The next that were there when this began. */
    private List<ReceivedMessage> pull() {
        var request = PullRequest.newBuilder().setSubscription(subscription).setMaxMessages(AT_ONCE).build();
        try {
            var received = subscriber.pullCallable().call(request).getReceivedMessagesList();
            received.stream().filter(this::isNew).forEach(message -> left.add(message.getMessage().getMessageId()));
            return received.stream().filter(message -> !isNew(message)).toList();
        } catch (DeadlineExceededException nothingCame) {
            return List.of();
        }
    }

    private boolean isNew(ReceivedMessage message) {
        var at = message.getMessage().getPublishTime();
        return Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).isAfter(start);
    }

    private void publish(List<ReceivedMessage> messages) {
        topic.send(messages.stream().map(message -> asItWas(message.getMessage())).toList());
        subscriber.acknowledgeCallable().call(AcknowledgeRequest.newBuilder().setSubscription(subscription)
                .addAllAckIds(messages.stream().map(ReceivedMessage::getAckId).toList()).build());
        published += messages.size();
    }

    private static PubsubMessage asItWas(PubsubMessage letter) {
        var message = PubsubMessage.newBuilder().setData(letter.getData()).setOrderingKey(letter.getOrderingKey());
        letter.getAttributesMap().entrySet().stream().filter(entry -> !entry.getKey().startsWith(WRITTEN_BY_PUB_SUB))
                .forEach(entry -> message.putAttributes(entry.getKey(), entry.getValue()));
        return message.build();
    }
}
