package dev.cartwright.local.pubsub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.rules.GroupFilter;
import dev.cartwright.shop.Shop;
import java.net.URI;
import java.util.List;

/** The topic and one push subscription a function group, as Terraform makes them in the cloud, where the emulator can. */
// why not ordered: the emulator starts a thread for each subject of such a subscription and ends none; some thousand
// subjects bring the machine down, and the promise is kept in any order. Why no retry policy: with one, it delivers
// nothing for minutes to functions that were away for a quarter of one; without, it tries again every second. And so
// no dead-letter policy: a hundred attempts, the most there are, would be over while functions are edited.
public final class Topology {
    private static final int ACK_SECONDS = 60;

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
        api.create(topic.path(), EmulatorApi.object());
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

    private ObjectNode delivering(String group) {
        return EmulatorApi.object().put("topic", topic.path()).put("ackDeadlineSeconds", ACK_SECONDS)
            .put("filter", GroupFilter.of(group)).set("pushConfig", push(group));
    }

    private ObjectNode push(String group) {
        var push = EmulatorApi.object().put("pushEndpoint", functions.resolve("/?group=" + group).toString());
        push.putObject("noWrapper").put("writeMetadata", true);
        return push;
    }
}
