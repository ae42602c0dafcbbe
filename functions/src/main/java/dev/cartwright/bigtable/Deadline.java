package dev.cartwright.bigtable;

import com.google.api.core.ApiFuture;
import dev.cartwright.runtime.Unavailable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The moment by which all calls of one step must have answered. */
record Deadline(long nanoTime) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** The answer of the call; the exception that it ended with; or a {@link TimeoutException}. */
    <T> T await(ApiFuture<T> call) throws Exception {
        try {
            return call.get(Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        } finally {
            call.cancel(true);
        }
    }

    /** The same, where without an answer nothing can go on. */
    <T> T require(ApiFuture<T> call) {
        try {
            return await(call);
        } catch (Exception e) {
            throw away(e);
        }
    }

    static Unavailable away(Exception cause) {
        return new Unavailable(Unavailable.Reason.STORE_AWAY, "Bigtable does not answer", cause);
    }
}
