package dev.cartwright.local.pubsub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.shop.Shop;
import java.net.URI;
import java.util.List;

/**
 * The topic, one push subscription a function group, and where dead letters go: as Terraform makes them in the cloud,
 * but for the order of delivery.
 */
// why unordered: for an ordered subscription the emulator starts a thread for each subject and ends none, so that some
// thousand subjects bring the machine down; the promise is kept in any order.
public final class Topology {
    private static final int ACK_SECONDS = 60;
    // why: Pub/Sub allows no more.
    private static final int ATTEMPTS = 100;

    private final PubSubTopic topic;
    private final URI functions;
    private final List<String> groups = Shop.events().receivers();
    private final EmulatorApi api;

    /** Delivers what is published to that topic to the functions. */
    public Topology(PubSubTopic topic, URI functions) {
        this.topic = topic;
        this.functions = functions;
        this.api = new EmulatorApi(topic.emulator());
    }

    public URI functions() {
        return functions;
    }

    /** Makes all that is not there, and has what is there deliver to the functions. */
    public void create() {
        var deadLetters = topic.deadLetters();
        api.create(topic.path(), EmulatorApi.object());
        api.create(deadLetters.path(), EmulatorApi.object());
        api.create(deadLetterSubscription(), keeping(deadLetters));
        for (var group : groups) {
            if (!api.create(topic.subscription(group), delivering(group))) {
                deliver(group, push(group));
            }
        }
    }

    /** Delivers no more: what is published from now on waits in the subscriptions. */
    public void pause() {
        groups.forEach(group -> deliver(group, EmulatorApi.object()));
    }

    private void deliver(String group, ObjectNode push) {
        api.post(topic.subscription(group) + ":modifyPushConfig", EmulatorApi.object().set("pushConfig", push));
    }

    private String deadLetterSubscription() {
        return topic.subscription("dead-letters");
    }

    private static ObjectNode keeping(PubSubTopic topic) {
        return EmulatorApi.object().put("topic", topic.path()).put("ackDeadlineSeconds", ACK_SECONDS);
    }

    private ObjectNode delivering(String group) {
        var subscription = keeping(topic).put("filter", "attributes.group = \"%s\"".formatted(group));
        subscription.putObject("retryPolicy").put("minimumBackoff", "1s").put("maximumBackoff", "300s");
        subscription.putObject("deadLetterPolicy")
            .put("deadLetterTopic", topic.deadLetters().path()).put("maxDeliveryAttempts", ATTEMPTS);
        return subscription.set("pushConfig", push(group));
    }

    private ObjectNode push(String group) {
        var push = EmulatorApi.object().put("pushEndpoint", functions.resolve("/?group=" + group).toString());
        push.putObject("noWrapper").put("writeMetadata", true);
        return push;
    }
}
