package dev.cartwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final Request first = new Request("a", new byte[] {1});
    private final Request second = new Request("a", new byte[] {2});
    private final Request other = new Request("b", new byte[] {3});
    private final Feed feed = new Feed(List.of(first, second, other));

    @Test
    void givesOneOfALineAtATime() {
        assertThat(feed.next()).isSameAs(first);
        assertThat(feed.next()).isSameAs(other);
        assertThat(feed.next()).isNull();

        feed.accepted(first);

        assertThat(feed.next()).isSameAs(second);
    }

    @Test
    void givesWhatWasRefusedAgain() {
        feed.next();
        feed.refused(first);
        feed.next();

        assertThat(feed.next()).isSameAs(first);
    }
}
