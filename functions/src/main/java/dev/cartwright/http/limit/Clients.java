package dev.cartwright.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cartwright.runtime.Quota;
import dev.cartwright.runtime.SharedQuotas;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unquoted;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Who has used how much. Decided here and at once; other instances are told beside it, so that a slow Redis slows
 * nobody, and without one each instance has a quota of its own. Thread-safe.
 */
@Singleton
final class Clients {

    private static final Logger LOG = Logger.getLogger(Clients.class);
    /** Of more clients than these in a while, those that ask least are forgotten, and have their quotas anew. */
    private static final int REMEMBERED = 100_000;
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int WAITING = 1000;
    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private record Key(String quota, String client) {}

    private final Cache<Key, Client> clients =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(IDLE).build();
    private final SharedQuotas shared;
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING), task -> new Thread(task, "quotas"));
    private volatile long restsUntil = System.nanoTime();

    Clients(SharedQuotas shared) {
        this.shared = shared;
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }

    Toll charge(Quota quota, String name, long amount) {
        var client = clients.get(new Key(quota.name(), name), key -> new Client(quota, name));
        var toll = client.charge(amount);
        if (System.nanoTime() - restsUntil >= 0 && client.hasMuchToTell()) {
            try {
                teller.execute(() -> tell(client));
            } catch (RejectedExecutionException busy) {
                // With its next request, then.
                client.keepToItself();
            }
        }
        return toll;
    }

    private void tell(Client client) {
        try {
            client.tell(shared);
        } catch (Unavailable away) {
            LOG.debug("Quotas are kept here alone", away);
            restsUntil = System.nanoTime() + REST_NANOS;
        } catch (RuntimeException bug) {
            LOG.error("Telling of a quota failed", Unquoted.of(bug));
        }
    }
}
