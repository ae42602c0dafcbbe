package dev.cartwright.bigtable;

import static dev.cartwright.testing.LogSamples.NINE;
import static dev.cartwright.testing.LogSamples.applied;
import static dev.cartwright.testing.LogSamples.blind;
import static dev.cartwright.testing.LogSamples.conditional;
import static dev.cartwright.testing.LogSamples.event;
import static dev.cartwright.testing.LogSamples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.api.core.ApiFutures;
import com.google.api.core.SettableApiFuture;
import com.google.api.gax.grpc.GrpcStatusCode;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.BulkMutation;
import com.google.cloud.bigtable.data.v2.models.ConditionalRowMutation;
import com.google.cloud.bigtable.data.v2.models.MutateRowsException;
import com.google.cloud.bigtable.data.v2.models.MutateRowsException.FailedMutation;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventLog.Appended;
import dev.cartwright.runtime.EventLog.Published;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Bigtable may answer but the emulator never does. */
class PartialFailureTest {

    private static final GrpcStatusCode ABORTED = GrpcStatusCode.of(Status.Code.ABORTED);

    private final BigtableDataClient client = mock(BigtableDataClient.class);
    private final EventLog log = new BigtableEventLog(client, Duration.ofMillis(200), Set.of());

    @Test
    void rows_of_a_bulk_fail_one_by_one() {
        bulkFailsAt(1, 3);
        when(client.checkAndMutateRowAsync(any(ConditionalRowMutation.class)))
                .thenReturn(ApiFutures.immediateFuture(false));
        var answers = log.append(List.of(
                blind(event("user/1", NINE, "0")),
                conditional(event("user/1", NINE, "1"), applied("r")),
                blind(event("user/1", NINE, "2")),
                blind(event("user/1", NINE, "3")),
                blind(event("user/1", NINE, "4"))), Set.of());
        assertThat(answers).extracting(Object::getClass).containsExactly(
                Appended.Written.class, Appended.Written.class, Appended.Unknown.class,
                Appended.Written.class, Appended.Unknown.class);
    }

    @Test
    void mark_that_fails_harms_no_row() {
        bulkFailsAt(1);
        var answers = log.append(List.of(blind(event("user/1", NINE, "0"))),
                Set.of(new Published(key(event("user/1", NINE, "9")), false)));
        assertThat(answers).containsExactly(new Appended.Written());
    }

    @Test
    void answer_that_never_comes_leaves_its_row_unknown_and_no_other() {
        when(client.bulkMutateRowsAsync(any(BulkMutation.class))).thenReturn(ApiFutures.immediateFuture(null));
        when(client.checkAndMutateRowAsync(any(ConditionalRowMutation.class)))
                .thenReturn(SettableApiFuture.create()).thenReturn(ApiFutures.immediateFuture(false));
        var answers = log.append(List.of(
                conditional(event("user/1", NINE, "0"), applied("r")),
                conditional(event("user/1", NINE, "1"), applied("r")),
                blind(event("user/1", NINE, "2"))), Set.of());
        assertThat(answers).extracting(Object::getClass).containsExactly(
                Appended.Unknown.class, Appended.Written.class, Appended.Written.class);
    }

    @Test
    void decision_that_stands_but_cannot_be_read_is_unknown() {
        when(client.checkAndMutateRowAsync(any(ConditionalRowMutation.class)))
                .thenReturn(ApiFutures.immediateFuture(true));
        when(client.readRowsCallable()).thenThrow(failure());
        var answers = log.append(List.of(conditional(event("user/1", NINE, "0"), applied("r"))), Set.of());
        assertThat(answers).hasOnlyElementsOfType(Appended.Unknown.class);
    }

    private void bulkFailsAt(int... indexes) {
        var failed = IntStream.of(indexes).mapToObj(i -> FailedMutation.create(i, failure())).toList();
        when(client.bulkMutateRowsAsync(any(BulkMutation.class))).thenReturn(
                ApiFutures.immediateFailedFuture(MutateRowsException.create(null, ABORTED, failed, false)));
    }

    private static ApiException failure() {
        return new ApiException("no", null, ABORTED, false);
    }
}
