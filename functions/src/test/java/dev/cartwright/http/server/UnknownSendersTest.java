package dev.cartwright.http.server;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.identity.Identified;
import dev.cartwright.testing.SecurityCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does not say who that is fills no memory. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Limits of size, depth and time")
class UnknownSendersTest {

    private static final int LARGE = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"POST /events", "POST /guests", "POST /", "POST /schemas", "GET /subjects/user/1",
            "POST /nothing"})
    @Timeout(20)
    void large_body_of_nobody_is_refused_before_it_has_come(String request) throws IOException {
        assertThat(begin(request, "content-length: " + LARGE + "\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(begin(request, "transfer-encoding: chunked\r\n\r\n1388\r\n" + "x".repeat(0x1388)))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void large_body_of_nobody_is_refused_over_http2_too() {
        assertThat(large("/guests").sendByHttp2().status()).isEqualTo(413);
        assertThat(large("/events").sendByHttp2().status()).isEqualTo(413);
    }

    @Test
    void large_body_is_taken_of_somebody() {
        var token = Identified.with("service").signed();
        assertThat(large("/events").as(token).send().status()).isEqualTo(202);
        assertThat(large("/guests").as(token).send().status()).isEqualTo(413);
    }

    private static Call large(String path) {
        return added(path, "known", "large").with("ce-type", "note-taken").body("\"" + "x".repeat(LARGE) + "\"");
    }

    private static String begin(String request, String rest) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var head = request + " HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n" + rest;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        }
    }
}
