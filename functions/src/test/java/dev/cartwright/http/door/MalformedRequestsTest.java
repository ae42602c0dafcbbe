package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Funqy by itself answers wrongly, at both doors. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class MalformedRequestsTest {

    /** @param status at {@code POST /} and at {@code POST /events} */
    record Case(String name, Function<String, Call> request, int broker, int ingest, String field) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> requests() {
        return Stream.of(
                good("an unknown type", binary().andThen(call -> call.with("ce-type", "never-heard-of"))),
                bad("no type", 400, "type", binary().andThen(call -> call.without("ce-type"))),
                bad("no id", 400, "id", binary().andThen(call -> call.without("ce-id"))),
                bad("no id and no media type", 400, "id",
                        binary().andThen(call -> call.without("ce-id").without("content-type"))),
                bad("empty id", 400, "id", binary().andThen(call -> call.with("ce-id", ""))),
                bad("no source", 400, "source", binary().andThen(call -> call.without("ce-source"))),
                bad("no specversion", 400, "specversion", binary().andThen(call -> call.without("ce-specversion"))),
                bad("specversion 2.0", 400, "specversion",
                        binary().andThen(call -> call.with("ce-specversion", "2.0"))),
                bad("specversion 0.3", 400, "specversion",
                        binary().andThen(call -> call.with("ce-specversion", "0.3"))),
                bad("malformed JSON", 400, "data", binary().andThen(call -> call.body("{\"product_id\":"))),
                bad("data of the wrong shape", 422, "data", binary().andThen(call -> call.body("[1]"))),
                bad("field of the wrong type", 422, "data.product_id",
                        binary().andThen(call -> call.body("{\"product_id\":7,\"user_id\":\"malformed\"}"))),
                bad("bad time", 400, "time", binary().andThen(call -> call.with("ce-time", "yesterday"))),
                bad("time ahead", 422, "time", binary().andThen(call -> call.with("ce-time", "2999-01-01T00:00:00Z"))),
                bad("empty body", 422, "data", binary().andThen(call -> call.body(""))),
                bad("text as data", 415, "datacontenttype",
                        binary().andThen(call -> call.with("content-type", "text/plain"))),
                good("data of a JSON dialect",
                        binary().andThen(call -> call.with("content-type", "application/vnd.shop-v1.2+json"))),
                good("JSON in capitals", binary().andThen(call -> call.with("content-type", "Application/JSON"))),
                bad("structured: malformed", 400, null, body("{")),
                bad("structured: empty", 400, null, body("")),
                bad("structured: a list", 400, null, body("[]")),
                bad("structured: a number", 400, null, body("7")),
                bad("structured: no type", 400, "type", body(event().replace("\"type\"", "\"kind\""))),
                bad("structured: no specversion", 400, "specversion", body(event().replace("specversion", "version"))),
                bad("structured: no id", 400, "id", body(event().replace("\"id\"", "\"ident\""))),
                bad("structured: no source", 400, "source", body(event().replace("\"source\"", "\"origin\""))),
                bad("structured: no data", 422, "data", body(event().replace("\"data\"", "\"dat\"")
                        .replaceAll("\\{\"product_id.*?}", "\"x\""))),
                good("structured: data in base64", body(event().replaceAll("\"data\":\\{.*?}", "\"data_base64\":\""
                        + "eyJwcm9kdWN0X2lkIjoiMTIzIiwidXNlcl9pZCI6Im1hbGZvcm1lZCJ9\""))),
                good("structured: a ce-id header besides", body(event()).andThen(call -> call.with("ce-id", "other"))),
                good("structured: media type in capitals",
                        path -> json(path, "application/CloudEvents+json; charset=UTF-8", event())),
                bad("XML event", 415, "content-type", path -> json(path, "application/cloudevents+xml", "<event/>")),
                bad("Avro event", 415, "content-type", path -> json(path, "application/cloudevents+avro", "x")),
                bad("text without attributes", 415, "content-type", path -> json(path, "text/plain", "hello")),
                new Case("JSON without attributes", path -> json(path, "application/json", "{}"), 400, 400, null),
                good("a batch", path -> json(path, "application/cloudevents-batch+json", "[" + event() + "]")),
                good("a batch and a ce-id header", path -> json(path, "application/cloudevents-batch+json",
                        "[" + event() + "]").with("ce-id", "1")),
                bad("more than 10 MB", 413, null, path -> json(path, "application/json", " ".repeat(11_000_000))),
                bad("more data than an event may have", 413, "data", binary().andThen(call ->
                        call.body("{\"product_id\":\"" + "1".repeat(300_000) + "\",\"user_id\":\"malformed\"}"))),
                new Case("too many headers", binary().andThen(call -> call.with("x", "y".repeat(200_000))), 431, 431,
                        null),
                good("a gzipped body", binary().andThen(Call::gzipped)),
                bad("an encoding that nobody reads", 415, "content-encoding",
                        binary().andThen(call -> call.with("content-encoding", "pack200"))),
                new Case("a reserved extension", binary().andThen(call -> call.with("ce-hops", "1")), 204, 400, "hops"),
                bad("an extension with an underscore", 400, "my_ext",
                        binary().andThen(call -> call.with("ce-my_ext", "1"))),
                bad("another subject than the data's", 422, "data.user_id",
                        binary().andThen(call -> call.with("ce-subject", "user/other"))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void broker_door(Case tried) {
        check(tried, tried.request().apply("/"), tried.broker());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void ingest_door(Case tried) {
        check(tried, tried.request().apply("/events"), tried.ingest());
    }

    private static void check(Case tried, Call request, int status) {
        var answer = request.send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status >= 400 && status != 431) {
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.json().path("status").asInt()).isEqualTo(status);
            assertThat(answer.text()).doesNotContain("Exception").doesNotContain("at io.").doesNotContain("\\tat ");
            if (tried.field() != null) {
                assertThat(answer.field()).isEqualTo(tried.field());
            }
        }
    }

    private static Function<String, Call> binary() {
        return path -> added(path, "malformed", "1");
    }

    private static Function<String, Call> body(String body) {
        return path -> json(path, "application/cloudevents+json", body);
    }

    private static String event() {
        return structured("malformed", "1");
    }

    private static Case good(String name, Function<String, Call> request) {
        return new Case(name, request, 204, 202, null);
    }

    private static Case bad(String name, int status, String field, Function<String, Call> request) {
        return new Case(name, request, status, status, field);
    }
}
