package dev.cartwright.views;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.EndlessBoards;
import dev.cartwright.runtime.EndlessBoards.Span;
import dev.cartwright.runtime.EndlessBoards.Standers;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SharedWork;
import dev.cartwright.runtime.SubjectFinder;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.shop.cart.Cart;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Searches the log for the shoppers of the last week, and puts them on the boards of open carts, one small step after
 * another: beside the lanes it is one more reader. One instance at a time does so, since with all of them the log would
 * be read as often; when it is interrupted, whoever is asked next goes on from there. Thread-safe.
 */
final class OpenCartSearch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OpenCartSearch.class);
    private static final int AT_ONCE = 100;
    /** Those who ask come again and again; what is away is left alone for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration TELL_EVERY = Duration.ofSeconds(30);

    private final EndlessBoards boards;
    private final Standings standings;
    private final SubjectFinder finder;
    private final SharedWork shared;
    private final RuleSetVersion version;
    private final String work;
    private final String me = UUID.randomUUID().toString();
    private final ScheduledThreadPoolExecutor thread = Daemons.executor(1, "open-carts");
    private Future<?> running;
    private volatile long earliest = System.nanoTime();

    /**
     * What was reached.
     *
     * @param making tells this search from all others
     * @param run of the cache's server when it began
     * @param since in milliseconds, who was heard of is searched for
     * @param next where it goes on; null at its end
     * @param found how many shoppers it found
     */
    record Reached(String making, String run, long since, String next, long found) {

        private Reached plus(int more, String then) {
            return new Reached(making, run, since, then, found + more);
        }

        private static Reached read(String json) {
            try {
                return Json.MAPPER.readValue(json, Reached.class);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    OpenCartSearch(EndlessBoards boards, Standings standings, SubjectFinder finder, SharedWork shared,
            RuleSetVersion version) {
        this.boards = boards;
        this.standings = standings;
        this.finder = finder;
        this.shared = shared;
        this.version = version;
        // why by rules: what others make of the carts does not make the boards complete for these.
        this.work = Cart.OPEN.name() + '-' + version.hash();
    }

    /** Has it run, and waits for its end; false where it ran before, or is not to run now, or did not end in time. */
    boolean start(Instant since, Duration patience) {
        var begun = begin(since);
        try {
            if (begun != null) {
                begun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return begun != null;
        } catch (TimeoutException takesLonger) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Future<?> begin(Instant since) {
        if (running != null && !running.isDone() || System.nanoTime() - earliest < 0) {
            return null;
        }
        running = thread.submit(() -> search(since));
        return running;
    }

    private void search(Instant since) {
        try {
            shared.take(work, me).ifPresent(reached -> search(since, reached));
        } catch (Unavailable away) {
            earliest = System.nanoTime() + PAUSE.toNanos();
            LOG.infof("The search for open carts is interrupted, and goes on when somebody asks for them: %s",
                    away.getMessage());
        } catch (RuntimeException bug) {
            earliest = System.nanoTime() + PAUSE.toNanos();
            LOG.error("Open carts cannot be searched for", bug);
        }
    }

    private void search(Instant since, String before) {
        var reached = before.isEmpty() ? fresh(since) : Reached.read(before);
        if (reached == null) {
            shared.done(work, me);
            return;
        }
        LOG.infof("Open carts are searched for in the log, after %d shoppers that were found before", reached.found());
        long told = System.nanoTime();
        while (reached != null && reached.next() != null) {
            reached = step(reached);
            if (reached != null && System.nanoTime() - told > TELL_EVERY.toNanos()) {
                LOG.infof("Open carts are searched for in the log: %d shoppers so far", reached.found());
                told = System.nanoTime();
            }
        }
        if (reached != null) {
            boards.complete(Cart.OPEN, Cart.boards(), reached.making(), reached.run(), version);
            shared.done(work, me);
            LOG.infof("Open carts are complete: %d shoppers were found", reached.found());
        }
    }

    /** Null where another instance goes on. */
    private Reached step(Reached before) {
        var found = finder.find(OpenCarts.KIND, Instant.ofEpochMilli(before.since()), before.next());
        var shoppers = found.subjects();
        for (int from = 0; from < shoppers.size(); from += AT_ONCE) {
            standings.put(shoppers.subList(from, Math.min(from + AT_ONCE, shoppers.size())), version);
            if (!isNoted(before)) {
                return null;
            }
        }
        var after = before.plus(shoppers.size(), found.next().orElse(null));
        return isNoted(after) ? after : null;
    }

    private boolean isNoted(Reached reached) {
        return shared.reached(work, me, Json.text(reached));
    }

    /** Null where another search ended after it was asked for this one. */
    private Reached fresh(Instant since) {
        var read = boards.read(Cart.OPEN, Cart.boards(), new Span(since, since), 0, version);
        if (read.stream().allMatch(Standers::complete)) {
            return null;
        }
        var run = read.get(0).run();
        var making = UUID.randomUUID().toString();
        boards.begin(Cart.OPEN, Cart.boards(), making, version);
        return new Reached(making, run, since.toEpochMilli(), SubjectFinder.START, 0);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
