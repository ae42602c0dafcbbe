package dev.cartwright.bigtable;

import com.google.api.gax.core.FixedExecutorProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.ChannelPoolSettings;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.TransportChannelProvider;
import com.google.cloud.bigtable.admin.v2.BigtableTableAdminClient;
import com.google.cloud.bigtable.admin.v2.BigtableTableAdminSettings;
import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.BigtableDataSettings;
import com.google.cloud.bigtable.data.v2.stub.EnhancedBigtableStubSettings;
import com.google.cloud.bigtable.data.v2.stub.metrics.NoopMetricsProvider;
import dev.cartwright.runtime.Daemons;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Makes clients that suit one small process: one channel, few threads, a deadline on every call, no exporters. */
public final class BigtableClients {

    private static final int THREADS = 2;
    private static final int SCAN_ATTEMPTS = 3;
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(10);
    private static final Duration TABLE_CREATION = Duration.ofSeconds(30);

    private BigtableClients() {}

    /** A client for rows; it connects when it is first used. */
    public static BigtableDataClient data(BigtableTarget target) throws IOException {
        var settings = target.emulator().isPresent()
                ? BigtableDataSettings.newBuilderForEmulator(host(target), port(target))
                : BigtableDataSettings.newBuilder();
        settings.setProjectId(target.project()).setInstanceId(target.instance());
        target.appProfile().ifPresent(settings::setAppProfileId);
        // why: both would report to Google's monitoring, which costs start-up time and is not there on a laptop.
        settings.setMetricsProvider(NoopMetricsProvider.INSTANCE);
        settings.disableInternalMetrics();
        tune(settings.stubSettings(), target);
        return BigtableDataClient.create(settings.build());
    }

    /** A client for tables and column families. */
    static BigtableTableAdminClient admin(BigtableTarget target) throws IOException {
        var settings = target.emulator().isPresent()
                ? BigtableTableAdminSettings.newBuilderForEmulator(host(target), port(target))
                : BigtableTableAdminSettings.newBuilder();
        settings.setProjectId(target.project()).setInstanceId(target.instance());
        if (target.emulator().isPresent()) {
            settings.setCredentialsProvider(NoCredentialsProvider.create());
        }
        var stub = settings.stubSettings();
        stub.listTablesSettings().setSimpleTimeoutNoRetriesDuration(target.deadline());
        stub.getTableSettings().setSimpleTimeoutNoRetriesDuration(target.deadline());
        stub.createTableSettings().setSimpleTimeoutNoRetriesDuration(TABLE_CREATION);
        stub.modifyColumnFamiliesSettings().setSimpleTimeoutNoRetriesDuration(TABLE_CREATION);
        return BigtableTableAdminClient.create(settings.build());
    }

    private static void tune(EnhancedBigtableStubSettings.Builder stub, BigtableTarget target) {
        var retries = retries(target.deadline());
        stub.setTransportChannelProvider(lean(stub.getTransportChannelProvider(), target.emulator().isPresent()));
        stub.setBackgroundExecutorProvider(FixedExecutorProvider.create(threads()));
        stub.setStreamWatchdogCheckIntervalDuration(target.deadline().dividedBy(20));
        stub.bulkMutateRowsSettings().setRetrySettings(retries);
        stub.checkAndMutateRowSettings().setSimpleTimeoutNoRetriesDuration(target.deadline());
        stub.readRowSettings().setRetrySettings(retries);
        stub.bulkReadRowsSettings().setRetrySettings(retries);
        // why: a long history takes its time, but each of its rows has the deadline of a call.
        stub.readRowsSettings()
                .setRetrySettings(retries.toBuilder()
                        .setInitialRpcTimeoutDuration(LONGEST_SCAN)
                        .setMaxRpcTimeoutDuration(LONGEST_SCAN)
                        .setTotalTimeoutDuration(LONGEST_SCAN)
                        .setMaxAttempts(SCAN_ATTEMPTS)
                        .build())
                .setWaitTimeoutDuration(target.deadline())
                .setIdleTimeoutDuration(LONGEST_SCAN);
    }

    private static RetrySettings retries(Duration deadline) {
        return RetrySettings.newBuilder()
                .setInitialRetryDelayDuration(Duration.ofMillis(20))
                .setRetryDelayMultiplier(2)
                .setMaxRetryDelayDuration(Duration.ofMillis(500))
                .setInitialRpcTimeoutDuration(deadline)
                .setMaxRpcTimeoutDuration(deadline)
                .setTotalTimeoutDuration(deadline)
                .build();
    }

    // why: callbacks never block, so a change of threads for each message would only cost.
    private static TransportChannelProvider lean(TransportChannelProvider given, boolean plaintext) {
        var channels = ((InstantiatingGrpcChannelProvider) given).toBuilder();
        channels.setChannelPoolSettings(ChannelPoolSettings.staticallySized(1));
        channels.setChannelConfigurator(channel -> direct(channel, plaintext));
        return channels.build();
    }

    private static ManagedChannelBuilder<?> direct(ManagedChannelBuilder<?> channel, boolean plaintext) {
        var direct = channel.directExecutor();
        return plaintext ? direct.usePlaintext() : direct;
    }

    private static ScheduledExecutorService threads() {
        return Executors.newScheduledThreadPool(THREADS, task -> Daemons.thread("bigtable", task));
    }

    private static String host(BigtableTarget target) {
        var address = target.emulator().orElseThrow();
        return address.substring(0, address.lastIndexOf(':'));
    }

    private static int port(BigtableTarget target) {
        var address = target.emulator().orElseThrow();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
