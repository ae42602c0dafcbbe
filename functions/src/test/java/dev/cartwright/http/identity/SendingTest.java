package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static dev.cartwright.http.identity.Identified.shopper;
import static dev.cartwright.http.identity.Identified.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call.Answer;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.testing.SecurityCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends what. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Sending")
class SendingTest {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String STRUCTURED = "application/cloudevents+json";

    @Test
    void shopper_sends_of_the_own_subject() {
        assertThat(added("/events", "carol", "own").as(shopper("carol").signed()).send().status()).isEqualTo(202);
    }

    @Test
    void nobody_sends_nothing() {
        assertThat(added("/events", "carol", "anonymous").send().status()).isEqualTo(401);
    }

    @Test
    void shopper_sends_nothing_of_another_shopper() {
        var token = shopper("mallory").signed();
        assertForbidden(added("/events", "carol", "forged").as(token).send(), "subject");
        assertForbidden(json("/events", STRUCTURED, structured("carol", "forged")).as(token).send(), "subject");
        assertForbidden(json("/events", "application/json", "{\"type\":\"product-added-to-cart\","
                + "\"timestamp\":\"2023-04-19T09:00:00Z\",\"product_id\":\"1\",\"user_id\":\"carol\"}").as(token)
                .send(), "subject");
    }

    @Test
    void data_of_another_shopper_under_the_own_subject_is_refused() {
        var answer = added("/events", "mallory", "smuggled").body("{\"product_id\":\"1\",\"user_id\":\"carol\"}")
                .as(shopper("mallory").signed()).send();
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void each_event_of_a_batch_is_judged_alone() {
        var payment = structured("carol", "b3").replace("product-added-to-cart", "payment-received");
        var answer = json("/events", BATCH, "[" + structured("carol", "b1") + "," + structured("dave", "b2") + ","
                + payment + "]").as(shopper("carol").signed()).send();
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().findValuesAsText("status")).startsWith("202", "403");
        assertThat(answer.json().path(0).path("status").asInt()).isEqualTo(202);
        assertThat(answer.json().path(1).path("status").asInt()).isEqualTo(403);
        assertThat(answer.json().path(1).path("problem").path("field").asText()).isEqualTo("subject");
        assertThat(answer.json().path(2).path("status").asInt()).isEqualTo(403);
        assertThat(answer.json().path(2).path("problem").path("field").asText()).isEqualTo("type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-received", "product-demanded", "product-listed", "payment-received",
            "subject-property-changed", "subject-corrected", "event-dead-lettered", "note-taken"})
    void shopper_sends_no_type_that_is_not_a_shoppers(String type) {
        assertForbidden(added("/events", "carol", "type").with("ce-type", type).as(shopper("carol").signed()).send(),
                "type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopper", "service", "sre", "admin", "guest"})
    void type_that_names_no_sender_is_for_nobody_outside(String role) {
        var answer = added("/events", "carol", "ours").with("ce-type", "order-received").with("ce-subject", "order/1")
                .body("{\"order_id\":\"1\",\"user_id\":\"carol\"}").as(with(role).signed()).send();
        assertForbidden(answer, "type");
        assertThat(answer.text()).contains("@EmittedBy");
    }

    @ParameterizedTest
    @CsvSource({"service,product-added-to-cart,202", "service,order-placed,202", "service,payment-received,202",
            "admin,payment-received,202", "admin,product-added-to-cart,403", "sre,payment-received,403",
            "sre,product-added-to-cart,403", "guest,order-placed,403", "service,subject-property-changed,422",
            "admin,event-dead-lettered,422"})
    void role_sends_what_its_types_say(String role, String type, int status) {
        var body = "{\"product_id\":\"1\",\"order_id\":\"1\",\"user_id\":\"erin\"}";
        var answer = added("/events", "erin", "of-" + role + type).with("ce-type", type).body(body)
                .as(with(role).signed()).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"sre,incident-updated,202", "sre,incident-closed,202", "admin,incident-updated,202",
            "shopper,incident-updated,403", "guest,incident-closed,403", "service,incident-updated,403",
            "sre,incident-opened,403", "sre,alert-cleared,403", "service,health-sampled,403"})
    void incidents_are_told_of_and_closed_by_who_watches_over_the_system(String role, String type, int status) {
        var body = "{\"incident_id\":\"1\",\"alert_id\":\"1\",\"message\":\"Rolled back\"}";
        var answer = added("/events", "erin", "of-" + role + type).with("ce-type", type).with("ce-subject", "incident/1")
                .body(body).as(with(role).signed()).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void refused_event_is_not_stamped_so_that_nothing_of_it_is_kept() {
        var forged = added("/events", "frank", "timeless").without("ce-time").as(shopper("mallory").signed()).send();
        assertForbidden(forged, "subject");
        var own = added("/events", "frank", "timeless").without("ce-time").as(shopper("frank").signed()).send();
        assertThat(own.status()).isEqualTo(202);
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void reserved_extensions_are_for_nobody_outside(String extension) {
        var member = structured("carol", "x").replace("\"specversion\"", "\"" + extension + "\":\"1\",\"specversion\"");
        for (var token : new String[] {shopper("carol").signed(), with("service").signed()}) {
            assertMalformed(added("/events", "carol", "x").with("ce-" + extension, "1").as(token).send(), extension);
            assertMalformed(json("/events", STRUCTURED, member).as(token).send(), extension);
            var batch = json("/events", BATCH, "[" + member + "]").as(token).send();
            assertThat(batch.json().path(0).path("problem").path("field").asText()).isEqualTo(extension);
        }
    }

    static Set<String> reserved() {
        return Extensions.RESERVED;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cartwright/cart", "/cartwright/events", "/cartwright/"})
    void sources_of_follow_ups_are_for_nobody_outside(String source) {
        var member = structured("carol", "y").replace("/test", source);
        for (var token : new String[] {shopper("carol").signed(), with("service").signed()}) {
            assertMalformed(added("/events", "carol", "y").with("ce-source", source).as(token).send(), "source");
            assertMalformed(json("/events", STRUCTURED, member).as(token).send(), "source");
            var batch = json("/events", BATCH, "[" + member + "]").as(token).send();
            assertThat(batch.json().path(0).path("problem").path("field").asText()).isEqualTo("source");
        }
    }

    private static void assertForbidden(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.field()).isEqualTo(field);
    }

    private static void assertMalformed(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
    }
}
