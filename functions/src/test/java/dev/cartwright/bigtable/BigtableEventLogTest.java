package dev.cartwright.bigtable;

import static dev.cartwright.testing.LogSamples.NINE;
import static dev.cartwright.testing.LogSamples.applied;
import static dev.cartwright.testing.LogSamples.blind;
import static dev.cartwright.testing.LogSamples.conditional;
import static dev.cartwright.testing.LogSamples.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventLog.Appended.Adopted;
import dev.cartwright.runtime.EventLog.Published;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.testing.EventLogContract;
import dev.cartwright.testing.LogSamples;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BigtableEventLogTest extends EventLogContract {

    private static BigtableDataClient client;

    private final String subject = "user/" + UUID.randomUUID();

    @BeforeAll
    static void connect() {
        client = SharedEmulator.client();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    protected EventLog log() {
        return new BigtableEventLog(client, SharedEmulator.DEADLINE, Set.of("gauge"));
    }

    @Test
    void event_loses_nothing() {
        var event = CloudEventBuilder.v1(sample("all"))
                .withTime(OffsetDateTime.parse("2023-04-19T09:00:00.000001Z"))
                .withDataSchema(URI.create("https://shop.example/schemas/a?b=c%20d"))
                .withExtension("number", 42)
                .withExtension("negative", -1)
                .withExtension("truth", true)
                .withExtension("text", "ä \"quoted\" 42 \uD83D\uDED2\n")
                .withExtension("digits", "42")
                .withExtension("empty", "")
                .build();
        assertThat(written(event)).isEqualTo(event);
    }

    @Test
    void other_extensions_become_text() {
        var event = CloudEventBuilder.v1(sample("other"))
                .withExtension("link", URI.create("https://shop.example/a"))
                .withExtension("moment", OffsetDateTime.parse("2023-04-19T09:00:00Z"))
                .withExtension("bytes", new byte[] {1, 2, 3})
                .build();
        var read = written(event);
        assertThat(read.getExtension("link")).isEqualTo("https://shop.example/a");
        assertThat(read.getExtension("moment")).isEqualTo("2023-04-19T09:00:00Z");
        assertThat(read.getExtension("bytes")).isEqualTo("AQID");
    }

    @Test
    void binary_data_stays_binary() {
        var bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var event = CloudEventBuilder.v1(sample("binary")).withData("application/octet-stream", bytes).build();
        assertThat(written(event).getData().toBytes()).isEqualTo(bytes);
    }

    @Test
    void absent_data_stays_absent_and_empty_data_empty() {
        var absent = CloudEventBuilder.v1(sample("absent")).withoutData().build();
        var empty = CloudEventBuilder.v1(sample("empty")).withData("text/plain", new byte[0]).build();
        assertThat(written(absent).getData()).isNull();
        assertThat(written(empty).getData().toBytes()).isEmpty();
    }

    @Test
    void row_key_reads_as_documented() {
        var key = key(LogSamples.event("user/45 6#", NINE, "a b"));
        assertThat(RowKeys.of(key).toStringUtf8())
                .matches("[0-9a-f]{2}#user/45%206%23#2023-04-19T09:00:00\\.000000Z#a%20b#/test");
    }

    @Test
    void every_cell_has_one_version_after_rewrites() {
        var event = sample("again");
        append(blind(event));
        append(blind(event, applied("other")));
        var row = client.readRow(Tables.LOG, RowKeys.of(key(event)));
        assertThat(row.getCells()).hasSize(3).allMatch(cell -> cell.getTimestamp() % 1000 == 0);
    }

    @Test
    void what_is_sampled_is_in_a_table_of_its_own_and_as_old_as_its_event() {
        var now = Instant.now();
        var event = LogSamples.event("gauge/" + UUID.randomUUID(), now, "1");
        append(blind(event), blind(sample("beside")));
        log().append(List.of(), List.of(new Published(key(event), false)));

        assertThat(client.readRow(Tables.LOG, RowKeys.of(key(event)))).isNull();
        assertThat(client.readRow(Tables.SAMPLES, RowKeys.of(key(event))).getCells()).hasSize(4)
                .allMatch(cell -> cell.getTimestamp() == now.toEpochMilli() * 1000);
        assertThat(log().newest(event.getSubject(), null, 1)).extracting(LogRow::published).containsExactly(true);
        assertThat(find(event)).isNotNull();
        var scanned = new ArrayList<String>();
        log().scan(List.of(event.getSubject(), subject), row -> scanned.add(row.key().subject()));
        assertThat(scanned).containsExactlyInAnyOrder(event.getSubject(), subject);
    }

    @Test
    void the_first_decision_holds_for_what_is_sampled_too() {
        var event = LogSamples.event("gauge/" + UUID.randomUUID(), Instant.now(), "1");
        append(conditional(event, applied("first")));
        assertThat(log().append(List.of(conditional(event, applied("second"))), List.of()))
                .singleElement().isInstanceOf(Adopted.class);
    }

    private CloudEvent sample(String id) {
        return LogSamples.event(subject, NINE, id);
    }

    private CloudEvent written(CloudEvent event) {
        append(blind(event));
        return find(event).event();
    }
}
