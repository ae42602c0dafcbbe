package dev.cartwright.bigtable;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.Row;
import com.google.protobuf.ByteString;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.DeadLetters;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.LogSamples;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BigtableDeadLettersTest {

    private static BigtableDataClient client;

    private final List<Publication> published = new ArrayList<>();
    private final DeadLetters letters =
            new BigtableDeadLetters(client, SharedEmulator.DEADLINE, published::addAll);
    private final CloudEvent event = LogSamples.event("user/1", NINE, UUID.randomUUID().toString());

    @BeforeAll
    static void connect() {
        client = SharedEmulator.client();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void letter_is_kept_with_event_and_reason() {
        letters.keep(event, "data: 'ä' is missing");
        var row = row(event);
        assertThat(EventCells.read(cell(row, "attributes"), cell(row, "data"))).isEqualTo(event);
        assertThat(cell(row, "reason").toStringUtf8()).isEqualTo("data: 'ä' is missing");
    }

    @Test
    void letter_that_is_kept_twice_is_one_with_one_announcement() {
        letters.keep(event, "no");
        letters.keep(event, "no");
        assertThat(row(event).getCells()).hasSize(3);
        assertThat(published.get(0)).isEqualTo(published.get(1));
    }

    @Test
    void announcement_tells_what_and_why() throws IOException {
        letters.keep(event, "no");
        var notice = published.get(0).event();
        assertThat(published.get(0).group()).isNull();
        assertThat(notice.getType()).isEqualTo("event-dead-lettered");
        assertThat(notice.getSubject()).isEqualTo("user/1");
        assertThat(notice.getExtension("causationid")).isEqualTo(event.getId());
        var told = Map.of("reason", "no", "type", event.getType(), "source", "/test", "id", event.getId(),
                "time", "2023-04-19T09:00:00Z");
        assertThat(Json.MAPPER.readTree(notice.getData().toBytes())).isEqualTo(Json.MAPPER.valueToTree(told));
    }

    @Test
    void announcement_is_of_the_events_trace() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        letters.keep(CloudEventBuilder.v1(event).withExtension("traceparent", trace).build(), "no");
        assertThat(published.get(0).event().getExtension("traceparent")).isEqualTo(trace);
    }

    @Test
    void event_that_lacks_almost_everything_is_kept_too() {
        var poor = CloudEventBuilder.v1().withId(event.getId()).withSource(URI.create("/poor")).withType("t").build();
        letters.keep(poor, "no subject");
        assertThat(EventCells.read(cell(row(poor), "attributes"), null)).isEqualTo(poor);
        assertThat(published.get(0).event().getSubject()).isEqualTo("dead-letter/" + poor.getId());
    }

    @Test
    void letter_is_not_done_before_it_is_announced() {
        var deaf = new BigtableDeadLetters(client, SharedEmulator.DEADLINE, publications -> {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "the broker is away");
        });
        assertThatThrownBy(() -> deaf.keep(event, "no")).isInstanceOf(Unavailable.class);
    }

    private static Row row(CloudEvent event) {
        return client.readRow(Tables.DEAD_LETTERS, BigtableDeadLetters.key(event));
    }

    private static ByteString cell(Row row, String column) {
        return row.getCells(Tables.LETTER, column).get(0).getValue();
    }
}
