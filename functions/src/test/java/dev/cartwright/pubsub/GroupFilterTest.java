package dev.cartwright.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.GroupFilter;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.shop.Shop;
import dev.cartwright.testing.LogSamples;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The subscriptions' filters, held against the messages that are published. */
class GroupFilterTest {

    private static final EventCatalog CATALOG = Shop.events();
    private static final int MOST_BYTES = 256;

    /** As much of Pub/Sub's grammar as the filters use: {@code attributes.NAME = "VALUE"}. */
    private record Filter(String name, String value) {

        private static final Pattern GRAMMAR = Pattern.compile("attributes\\.([A-Za-z_]\\w*) = \"([^\"\\\\]*)\"");

        static Filter of(String text) {
            var parsed = GRAMMAR.matcher(text);
            assertThat(parsed.matches()).as(text).isTrue();
            return new Filter(parsed.group(1), parsed.group(2));
        }

        boolean lets(Map<String, String> attributes) {
            return value.equals(attributes.get(name));
        }
    }

    @Test
    void every_type_of_the_catalog_reaches_the_one_subscription_of_its_group() {
        for (var type : CATALOG.types()) {
            assertThat(receivers(type.name(), type.kind() + "/1")).as(type.name()).containsExactly(type.group());
        }
    }

    @Test
    void event_of_a_type_or_kind_that_nobody_declared_is_received_too() {
        assertThat(receivers("note-taken", "user/1")).containsExactly("cart");
        assertThat(receivers("note-taken", "planet/1")).containsExactly(EventCatalog.UNHANDLED);
    }

    @Test
    void event_that_nobody_subscribes_to_is_received_by_nobody() {
        assertThat(receivers(new Publication(event("product-demanded", "product/1"), null))).isEmpty();
    }

    @Test
    void event_in_structured_mode_is_received_too() {
        var large = CloudEventBuilder.v1(event("order-placed", "user/1")).withExtension("note", "ö".repeat(400)).build();
        assertThat(receivers(new Publication(large, "cart"))).containsExactly("cart");
    }

    @Test
    void filters_are_no_longer_than_pub_sub_takes() {
        assertThat(CATALOG.receivers()).map(GroupFilter::of)
                .allMatch(filter -> filter.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES)
                .doesNotHaveDuplicates();
    }

    private static List<String> receivers(String type, String subject) {
        var group = CATALOG.groupOf(Subjects.kind(subject)).orElse(EventCatalog.UNHANDLED);
        return receivers(new Publication(event(type, subject), group));
    }

    private static List<String> receivers(Publication publication) {
        var attributes = Messages.of(publication).getAttributesMap();
        return CATALOG.receivers().stream().filter(group -> Filter.of(GroupFilter.of(group)).lets(attributes)).toList();
    }

    private static CloudEvent event(String type, String subject) {
        return CloudEventBuilder.v1(LogSamples.event(subject, LogSamples.NINE, "1")).withType(type).build();
    }
}
