package dev.cartwright.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.problem.Problems;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import dev.cartwright.testing.WholeLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SecurityCases("Slow senders")
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class SlowRequestsTest {

    private static final String HEAD = " /events HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    private static final String BODY = "\r\n\r\n5\r\n{\"typ";

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "OPTIONS", "DELETE"})
    @Timeout(30)
    void body_that_never_ends_is_refused_and_its_connection_closed(String method) throws IOException {
        for (var length : new String[] {"content-length: 1000", "transfer-encoding: chunked"}) {
            assertThat(answer(method + HEAD + length + BODY)).startsWith("HTTP/1.1 408 ")
                    .contains("content-type: application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST /guests,413", "GET /events,405", "HEAD /events,405", "GET /,413"})
    @Timeout(30)
    void body_that_never_ends_of_a_request_that_is_answered_holds_its_connection_no_longer(String request, int status)
            throws IOException {
        assertThat(answer(request + " HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5000" + BODY))
                .startsWith("HTTP/1.1 " + status);
    }

    /** Reads to the end: the server closes. */
    private static String answer(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @Timeout(30)
    void sender_that_goes_away_in_the_middle_is_no_error_of_ours() throws IOException {
        try (var log = WholeLog.open()) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream().write(("POST" + HEAD + "content-length: 1000" + BODY)
                        .getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            }
            // Whatever that leaves behind is there when the next slow request has been answered.
            body_that_never_ends_is_refused_and_its_connection_closed("POST");
            assertThat(log.lines(Problems.class)).isEmpty();
        }
    }
}
