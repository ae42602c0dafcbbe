package dev.cartwright.live;

import static dev.cartwright.live.LiveInstance.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.memory.InMemoryEventLog;
import dev.cartwright.testing.Servers;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens between the reading of a state and its telling. */
class LiveGapTest {

    private static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");

    /** More than a channel remembers while it is read. */
    private static final int CHANGES = 600;

    /** A store on which something happens just after a channel was read. */
    private final class Busy implements LiveStore {

        private final LiveStore store = shop.live;

        @Override
        public Reading read(String channel, Optional<Offset> after) {
            var read = store.read(channel, after);
            // The first reading finds out that the state is needed, the second has it.
            for (reads++; reads == 2 && left > 0; left--) {
                change();
            }
            return read;
        }

        @Override
        public List<Offset> keep(List<String> channels) {
            return store.keep(channels);
        }

        @Override
        public Turn takeTurn(String channel, String instance) {
            return store.takeTurn(channel, instance);
        }

        @Override
        public boolean tell(String channel, String instance, CloudEvent message) {
            return store.tell(channel, instance, message);
        }

        @Override
        public Subscription connect() {
            return store.connect();
        }
    }

    private final String user = "user/" + UUID.randomUUID();
    private final LiveInstance shop = new LiveInstance(Servers.cache().url(), new InMemoryEventLog());
    private final LiveHub hub = LiveHub.start(new Busy(), subject -> Optional.empty(),
            new ViewMessages(view -> Optional.empty(), Clock.systemUTC()),
            new LiveSettings(10, LiveInstance.NEVER, Duration.ofSeconds(1)));
    private final Watcher witness = shop.watch(user).awaitsVersion(0);
    private volatile int left;
    private int reads;
    private int version;

    @AfterEach
    void close() {
        hub.close();
        shop.close();
    }

    private void change() {
        version++;
        shop.submit(added(user, "p", NINE.plusSeconds(version), "e" + version)).toCompletableFuture().join();
        witness.awaitsVersion(version);
    }

    @Test
    void changeAfterTheStateWasReadIsToldAfterTheState() {
        left = 1;
        var watcher = Watcher.of(hub, user)
                .awaits("STATE subject-state", "CHANGE product-added-to-cart", "CHANGE subject-changed");
        assertThat(watcher.known()).isEqualTo(witness.known());
    }

    @Test
    void moreChangesThanAreRememberedAreReadOnceMore() {
        left = CHANGES;
        var watcher = Watcher.of(hub, user).awaitsVersion(CHANGES);
        assertThat(watcher.faults()).isEmpty();
        assertThat(watcher.known()).isEqualTo(witness.known());
    }
}
