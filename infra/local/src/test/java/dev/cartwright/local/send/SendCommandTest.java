package dev.cartwright.local.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.Cartwright;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendCommandTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(printed, true));
        System.setErr(new PrintStream(printed, true));
    }

    @AfterEach
    void release() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void sends_every_line_of_a_packed_file_in_batches() throws IOException {
        try (var ingest = new FakeIngest((ids, response) -> response.setStatusCode(202).end())) {
            var file = directory.resolve("events.jsonl.gz");
            try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
                packed.write(String.join("\n", lines(250)).getBytes());
            }
            assertThat(send(file, ingest.url())).isZero();
            assertThat(ingest.batches()).hasSize(3);
            assertThat(ingest.ids()).hasSize(250).doesNotHaveDuplicates();
            assertThat(printed.toString()).contains("250 accepted, 0 refused, 0 retried in ");
        }
    }

    @Test
    void port_of_this_machine_is_enough() throws IOException {
        try (var ingest = new FakeIngest((ids, response) -> response.setStatusCode(202).end())) {
            var port = "" + URI.create(ingest.url()).getPort();
            assertThat(Cartwright.run("send", file(lines(2)).toString(), "--port", port)).isZero();
            assertThat(ingest.ids()).hasSize(2);
        }
    }

    @Test
    void address_and_port_exclude_each_other() throws IOException {
        assertThat(send(file(lines(2)), "http://127.0.0.1:1", "--port", "1")).isEqualTo(2);
        assertThat(printed.toString()).contains("--port=N, --url=URL are mutually exclusive");
    }

    @Test
    void retries_what_was_not_taken_and_reports_what_is_refused() throws IOException {
        BiConsumer<List<String>, HttpServerResponse> once = (ids, response) ->
            FakeIngest.results(response, 202, 429, 422, 503);
        try (var ingest = new FakeIngest(firstThen(1, once))) {
            assertThat(send(file(lines(4)), ingest.url())).isEqualTo(1);
            assertThat(ingest.batches()).containsExactly(List.of("0", "1", "2", "3"), List.of("1", "3"));
            assertThat(printed.toString()).contains("Line 3 is refused: 422 {\"title\":\"why\"}")
                .contains("3 accepted, 1 refused, 2 retried");
        }
    }

    @Test
    void waits_while_the_system_is_busy() throws IOException {
        try (var ingest = new FakeIngest(firstThen(2, (ids, response) -> response.setStatusCode(503).end()))) {
            assertThat(send(file(lines(10)), ingest.url())).isZero();
            assertThat(printed.toString()).contains("10 accepted, 0 refused, 20 retried");
        }
    }

    @Test
    void batch_that_is_refused_whole_goes_line_by_line() throws IOException {
        try (var ingest = new FakeIngest((ids, response) ->
            response.setStatusCode(ids.size() > 1 || ids.contains("1") ? 400 : 202).end("bad"))) {
            assertThat(send(file(lines(3)), ingest.url())).isEqualTo(1);
            assertThat(printed.toString()).contains("Line 2 is refused: 400 bad").contains("2 accepted, 1 refused");
        }
    }

    @Test
    void line_that_is_no_json_is_reported_with_its_number() throws IOException {
        try (var ingest = new FakeIngest((ids, response) -> response.setStatusCode(202).end())) {
            var file = file(List.of("{\"id\":\"a\"}", "", "{\"id\":", "[]", "{} {}"));
            assertThat(send(file, ingest.url())).isEqualTo(1);
            assertThat(printed.toString()).contains("Line 3 is refused: not JSON")
                .contains("Line 4 is refused: not a JSON object").contains("Line 5 is refused: not JSON")
                .contains("1 accepted, 3 refused");
        }
    }

    @Test
    void gives_up_after_a_while_when_nobody_listens() throws IOException {
        assertThat(send(file(lines(2)), "http://127.0.0.1:1", "--patience", "0")).isEqualTo(1);
        assertThat(printed.toString()).containsOnlyOnce("does not answer (nobody listens there)")
            .contains("0 accepted, 0 refused, 2 given up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://localhost", "http:8080"})
    void address_that_is_none_is_one_clear_line(String url) throws IOException {
        assertThat(send(file(lines(2)), url)).isEqualTo(1);
        assertThat(printed.toString().lines()).containsExactly(
            "--url is to be an address such as http://localhost:8080, not '%s'".formatted(url));
    }

    @Test
    void shows_the_token_of_a_file() throws IOException {
        try (var ingest = new FakeIngest((ids, response) -> response.setStatusCode(202).end())) {
            var token = Files.writeString(directory.resolve("token"), "abc.DEF-1_2==\n");
            assertThat(send(file(lines(2)), ingest.url(), "--token-file", token.toString())).isZero();
            assertThat(ingest.authorizations()).containsExactly("Bearer abc.DEF-1_2==");
        }
    }

    @ParameterizedTest
    @CsvSource({"401,it wants a valid bearer token", "403,whose token this is may not send there"})
    void sender_that_is_not_welcome_is_told_once_and_ends(int status, String words) throws IOException {
        try (var ingest = new FakeIngest((ids, response) -> response.setStatusCode(status).end("{}"))) {
            assertThat(send(file(lines(40)), ingest.url(), "--batch", "10", "--in-flight", "1")).isEqualTo(1);
            assertThat(ingest.batches()).hasSize(1);
            assertThat(printed.toString()).containsOnlyOnce("%s/events answers %d: %s".formatted(ingest.url(), status, words))
                .contains("0 accepted, 0 refused, 40 given up");
        }
    }

    @Test
    void missing_file_is_one_clear_line() {
        assertThat(send(directory.resolve("none.jsonl"), "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(printed.toString().lines()).containsExactly(
            "There is no file %s that can be read".formatted(directory.resolve("none.jsonl")));
    }

    private static int send(Path file, String url, String... more) {
        var arguments = new ArrayList<>(List.of("send", file.toString(), "--url", url));
        arguments.addAll(List.of(more));
        return Cartwright.run(arguments.toArray(String[]::new));
    }

    private static List<String> lines(int events) {
        return IntStream.range(0, events).mapToObj("{\"id\":\"%d\"}"::formatted).toList();
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(directory.resolve("events.jsonl"), lines);
    }

    private static BiConsumer<List<String>, HttpServerResponse> firstThen(
        int times, BiConsumer<List<String>, HttpServerResponse> behaviour) {
        var requests = new AtomicInteger();
        return (ids, response) -> {
            if (requests.incrementAndGet() <= times) {
                behaviour.accept(ids, response);
            } else {
                response.setStatusCode(202).end();
            }
        };
    }
}
