package dev.cartwright.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.problem.Problems;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.LogLines;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SecurityCases("Slow senders")
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class SlowRequestsTest {

    private static final String HEAD = "POST /events HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
            + "content-length: 1000\r\n\r\n{\"type\":";

    @Test
    @Timeout(30)
    void body_that_never_ends_is_refused_and_its_connection_closed() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
            // Reads to the end: the server closes.
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("the body must arrive within 1 seconds");
        }
    }

    @Test
    @Timeout(30)
    void sender_that_goes_away_in_the_middle_is_no_error_of_ours() throws IOException {
        try (var log = LogLines.of(Problems.class)) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            }
            // Whatever that leaves behind is there when the next slow request has been answered.
            body_that_never_ends_is_refused_and_its_connection_closed();
            assertThat(log.lines()).isEmpty();
        }
    }
}
