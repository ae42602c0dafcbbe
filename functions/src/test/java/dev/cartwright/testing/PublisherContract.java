package dev.cartwright.testing;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every publisher promises. */
public abstract class PublisherContract {

    private final String subject = "user/" + UUID.randomUUID();

    protected abstract Publisher publisher();

    /** What went out for the subject, as a receiver sees it. */
    protected abstract List<Publication> published(String subject);

    @Test
    public void events_go_out_in_order() {
        var events = IntStream.range(0, 500).mapToObj(i -> new Publication(event("" + i), "cart")).toList();
        publisher().publish(events.subList(0, 250));
        publisher().publish(events.subList(250, 500));
        assertThat(published(subject)).isEqualTo(events);
    }

    @Test
    void group_goes_with_the_event() {
        publisher().publish(List.of(new Publication(event("1"), "cart")));
        publisher().publish(List.of(new Publication(event("2"), null)));
        assertThat(published(subject)).extracting(Publication::group).containsExactly("cart", null);
    }

    @Test
    void event_of_the_outside_goes_out_as_it_is() {
        publisher().publish(List.of(new Publication(event("1"), "cart")));
        assertThat(published(subject)).extracting(Publication::event).containsExactly(event("1"));
    }

    @Test
    void trace_context_goes_beside_the_event() {
        var hop = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        publisher().publish(List.of(new Publication(event("1"), "cart", hop)));
        publisher().publish(List.of(new Publication(event("2"), "cart")));
        assertThat(published(subject)).extracting(Publication::traceparent).containsExactly(hop, null);
        assertThat(published(subject)).extracting(Publication::event).containsExactly(event("1"), event("2"));
    }

    @Test
    void nothing_to_publish_is_nothing_done() {
        publisher().publish(List.of());
        assertThat(published(subject)).isEmpty();
    }

    protected final CloudEvent event(String id) {
        return LogSamples.event(subject, NINE, id);
    }
}
