package dev.cartwright.pubsub;

import com.google.api.gax.core.ExecutorProvider;
import com.google.api.gax.core.InstantiatingExecutorProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.ChannelPoolSettings;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.StatusCode.Code;
import com.google.api.gax.rpc.StubSettings;
import com.google.cloud.pubsub.v1.stub.GrpcPublisherStub;
import com.google.cloud.pubsub.v1.stub.GrpcSubscriberStub;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.cloud.pubsub.v1.stub.PublisherStubSettings;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStubSettings;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Makes clients that suit one small process: few channels, one thread, a deadline on every call. */
final class PubSubClients {

    /** What the same call may bring to an end when it is tried again. */
    private static final Set<Code> PASSING = Set.of(Code.ABORTED, Code.CANCELLED, Code.DEADLINE_EXCEEDED, Code.INTERNAL,
            Code.RESOURCE_EXHAUSTED, Code.UNAVAILABLE, Code.UNKNOWN);
    private static final int CHANNELS = 2;
    private static final Duration PING = Duration.ofSeconds(1);

    private static final ExecutorProvider ONE_THREAD =
            InstantiatingExecutorProvider.newBuilder().setExecutorThreadCount(1).build();

    private PubSubClients() {}

    /** It connects when it is first used. */
    static PublisherStub publisher(PubSubTarget target) throws IOException {
        var settings = PublisherStubSettings.newBuilder();
        connect(settings, target, PublisherStubSettings.defaultGrpcTransportProviderBuilder());
        settings.publishSettings().setRetryableCodes(PASSING).setRetrySettings(retries(target.deadline()));
        settings.getTopicSettings().setSimpleTimeoutNoRetriesDuration(PING);
        return GrpcPublisherStub.create(settings.build());
    }

    /** The same of a subscription in the project, whose messages are pulled. */
    static SubscriberStub subscriber(PubSubTarget target, Duration longestPull) throws IOException {
        var settings = SubscriberStubSettings.newBuilder();
        connect(settings, target, SubscriberStubSettings.defaultGrpcTransportProviderBuilder());
        settings.pullSettings().setSimpleTimeoutNoRetriesDuration(longestPull);
        settings.acknowledgeSettings().setRetryableCodes(PASSING).setRetrySettings(retries(target.deadline()));
        return GrpcSubscriberStub.create(settings.build());
    }

    private static void connect(StubSettings.Builder<?, ?> settings, PubSubTarget target,
            InstantiatingGrpcChannelProvider.Builder channels) {
        channels.setChannelPoolSettings(ChannelPoolSettings.staticallySized(CHANNELS));
        channels.setChannelConfigurator(channel -> direct(channel, target.emulator().isPresent()));
        settings.setTransportChannelProvider(channels.build());
        settings.setBackgroundExecutorProvider(ONE_THREAD);
        target.emulator().ifPresent(address ->
                settings.setEndpoint(address).setCredentialsProvider(NoCredentialsProvider.create()));
    }

    private static RetrySettings retries(Duration deadline) {
        return RetrySettings.newBuilder()
                .setInitialRetryDelayDuration(Duration.ofMillis(50))
                .setRetryDelayMultiplier(2)
                .setMaxRetryDelayDuration(Duration.ofSeconds(1))
                .setInitialRpcTimeoutDuration(deadline)
                .setMaxRpcTimeoutDuration(deadline)
                .setTotalTimeoutDuration(deadline)
                .build();
    }

    // why: callbacks never block, so a change of threads for each message would only cost.
    private static ManagedChannelBuilder<?> direct(ManagedChannelBuilder<?> channel, boolean plaintext) {
        var direct = channel.directExecutor();
        return plaintext ? direct.usePlaintext() : direct;
    }
}
