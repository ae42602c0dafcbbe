package dev.cartwright.pubsub;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.PermissionDeniedException;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import dev.cartwright.runtime.Unavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A topic that messages are sent to, those of one ordering key in order. Thread-safe. */
// why not the library's Publisher: with ordering keys it retries without end, and its flow control loses room with
// every message that comes after a failed one of its key. What is published together comes together here anyway.
final class PubSubTopic implements AutoCloseable {

    /** As many requests as the channels carry at once, each of about a megabyte at most. */
    private static final int UNDER_WAY = 200;

    private final PubSubTarget target;
    private final PublisherStub stub;
    private final Semaphore room = new Semaphore(UNDER_WAY, true);

    PubSubTopic(PubSubTarget target) throws IOException {
        this.target = target;
        this.stub = PubSubClients.publisher(target);
    }

    /** Returns when all are durable; throws {@link Unavailable} where some may not be. */
    void send(List<PubsubMessage> messages) {
        long end = System.nanoTime() + target.deadline().toNanos();
        for (var wave : Waves.of(target.path(), messages)) {
            send(wave, end);
        }
    }

    private void send(List<PublishRequest> wave, long end) {
        List<ApiFuture<?>> calls = new ArrayList<>();
        try {
            for (var request : wave) {
                calls.add(send(request, end));
            }
            ApiFutures.allAsList(calls).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw away(e.getCause());
        } catch (TimeoutException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        } finally {
            calls.forEach(call -> call.cancel(true));
        }
    }

    private ApiFuture<?> send(PublishRequest request, long end) throws InterruptedException, TimeoutException {
        if (!room.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("too many requests are under way");
        }
        var call = stub.publishCallable().futureCall(request);
        call.addListener(room::release, MoreExecutors.directExecutor());
        return call;
    }

    /** Throws {@link Unavailable} where Pub/Sub does not answer, or has no such topic. */
    void ping() {
        try {
            stub.getTopicCallable().call(GetTopicRequest.newBuilder().setTopic(target.path()).build());
        } catch (PermissionDeniedException answered) {
            // To publish, an account needs no right to look.
        } catch (ApiException e) {
            throw away(e);
        }
    }

    private Unavailable away(Throwable cause) {
        return new Unavailable(Unavailable.Reason.STORE_AWAY, "Pub/Sub does not take events for " + target.path(),
                cause);
    }

    @Override
    public void close() {
        stub.close();
    }
}
