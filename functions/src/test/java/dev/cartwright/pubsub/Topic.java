package dev.cartwright.pubsub;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.cloud.pubsub.v1.SubscriptionAdminSettings;
import com.google.cloud.pubsub.v1.TopicAdminClient;
import com.google.cloud.pubsub.v1.TopicAdminSettings;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PushConfig;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.TopicName;
import dev.cartwright.local.servers.PubSubEmulator;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A topic of an emulator with one subscription on it, as a receiver sees it. */
public final class Topic implements AutoCloseable {

    static final String PROJECT = "shop";

    private static final int AT_ONCE = 1000;

    private final PubSubEmulator emulator;
    private final String name = "t-" + UUID.randomUUID();
    private final List<PubsubMessage> received = new ArrayList<>();
    private String pushed;
    private final ManagedChannel channel;
    private final TopicAdminClient topics;
    private final SubscriptionAdminClient subscriptions;

    public Topic(PubSubEmulator emulator) {
        this.emulator = emulator;
        this.channel = ManagedChannelBuilder.forTarget(emulator.address()).usePlaintext().build();
        var transport = FixedTransportChannelProvider.create(GrpcTransportChannel.create(channel));
        try {
            topics = TopicAdminClient.create(TopicAdminSettings.newBuilder().setTransportChannelProvider(transport)
                    .setCredentialsProvider(NoCredentialsProvider.create()).build());
            subscriptions = SubscriptionAdminClient.create(SubscriptionAdminSettings.newBuilder()
                    .setTransportChannelProvider(transport)
                    .setCredentialsProvider(NoCredentialsProvider.create()).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        topics.createTopic(path());
        subscriptions.createSubscription(Subscription.newBuilder().setName(subscription()).setTopic(path())
                .setEnableMessageOrdering(true).build());
    }

    String name() {
        return name;
    }

    String path() {
        return "projects/" + PROJECT + "/topics/" + name;
    }

    String subscription() {
        return "projects/" + PROJECT + "/subscriptions/" + name;
    }

    public PubSubTarget target(Duration deadline) {
        return new PubSubTarget(Optional.of(emulator.address()), PROJECT, name, deadline);
    }

    /** Publishes on the dead-letter subscription of the topic, as Pub/Sub itself would, what it gave up to deliver. */
    void giveUp(List<PubsubMessage> messages) {
        var letters = TopicName.of(PROJECT, name + "-dead-letters");
        topics.createTopic(letters);
        subscriptions.createSubscription(Subscription.newBuilder().setName(deadLetters()).setTopic(letters.toString())
                .setEnableMessageOrdering(true).build());
        topics.publish(letters, messages);
    }

    private String deadLetters() {
        return "projects/" + PROJECT + "/subscriptions/" + name + "-dead-letters";
    }

    List<PubsubMessage> stillGivenUp() {
        return pull(deadLetters()).stream().map(ReceivedMessage::getMessage).toList();
    }

    void delete() {
        topics.deleteTopic(path());
    }

    /** Has all that is published from now on pushed there, wrapped in JSON or as it is. */
    public void push(String endpoint, boolean wrapped) {
        var push = PushConfig.newBuilder().setPushEndpoint(endpoint);
        if (!wrapped) {
            push.setNoWrapper(PushConfig.NoWrapper.newBuilder().setWriteMetadata(true));
        }
        pushed = subscription() + "-push";
        subscriptions.createSubscription(Subscription.newBuilder().setName(pushed).setTopic(path())
                .setEnableMessageOrdering(true).setPushConfig(push).build());
    }

    /** All that was published so far. */
    List<PubsubMessage> received() {
        for (var some = pull(subscription()); !some.isEmpty(); some = pull(subscription())) {
            some.forEach(message -> received.add(message.getMessage()));
            subscriptions.acknowledge(subscription(), some.stream().map(ReceivedMessage::getAckId).toList());
        }
        return List.copyOf(received);
    }

    @SuppressWarnings("deprecation")
    private List<ReceivedMessage> pull(String subscription) {
        // Deprecated in production since it may answer too early; the emulator then has nothing, which is the question.
        return subscriptions.pull(PullRequest.newBuilder().setSubscription(subscription).setMaxMessages(AT_ONCE)
                .setReturnImmediately(true).build()).getReceivedMessagesList();
    }

    @Override
    public void close() {
        if (pushed != null) {
            // why: the emulator would push without a pause what is not taken any more.
            subscriptions.deleteSubscription(pushed);
        }
        topics.close();
        subscriptions.close();
        channel.shutdownNow();
    }
}
