package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.Query;
import com.google.cloud.bigtable.data.v2.models.TableId;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broker would deliver for ever what can never succeed: it is kept as a dead letter, and acknowledged. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class DeadLetterTest {

    @Inject
    BigtableDataClient bigtable;

    @ParameterizedTest
    @CsvSource({"cartwright-delivery-attempt,1", "x-goog-pubsub-message-id,7", "x-goog-pubsub-subscription-name,s",
            "kn-namespace,shop", "prefer,reply", "ce-knativearrivaltime,2023-04-19T09:00:00Z"})
    void delivery_of_a_broker_is_known_by_its_headers(String header, String value) {
        var id = "letter-" + header;
        var answer = added("/", "letters", id).body("{\"user_id\":\"letters\"}").with(header, value).send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(reason(id)).contains("data.product_id");
    }

    @Test
    void request_of_anybody_else_is_refused() {
        assertThat(added("/", "letters", "letter-none").body("{}").send().status()).isEqualTo(422);
        assertThat(reason("letter-none")).isNull();
    }

    @Test
    void malformed_event_is_kept_as_far_as_it_can_be_read() {
        var answer = added("/", "letters", "letter-malformed").with("ce-time", "noon")
                .with("cartwright-delivery-attempt", "1").send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(reason("letter-malformed")).startsWith("time: ");
    }

    @Test
    void batch_of_a_broker_is_done_when_its_bad_events_are_kept() {
        var bad = structured("letters", "letter-batch").replace("\"123\"", "7");
        var good = structured("letters", "good");
        var answer = json("/", "application/cloudevents-batch+json", "[" + good + "," + bad + "]")
                .with("cartwright-delivery-attempt", "1").send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(reason("letter-batch")).contains("data.product_id");
    }

    private String reason(String id) {
        for (var row : bigtable.readRows(Query.create(TableId.of("dead-letters")))) {
            if (row.getKey().toStringUtf8().contains('#' + id + '#')) {
                return row.getCells("letter", "reason").get(0).getValue().toStringUtf8();
            }
        }
        return null;
    }
}
