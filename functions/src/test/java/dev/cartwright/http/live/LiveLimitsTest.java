package dev.cartwright.http.live;

import static dev.cartwright.http.live.LiveProfile.PER_PERSON;
import static dev.cartwright.http.live.LiveProfile.STREAMS;
import static dev.cartwright.http.live.LiveProfile.operator;
import static dev.cartwright.http.live.LiveProfile.token;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LiveProfile.class)
class LiveLimitsTest {

    @Inject
    FakeSource feed;

    @BeforeEach
    void nobody_else_watches() {
        Waiting.until(() -> metric("cartwright_live_streams") == 0);
    }

    @Test
    void one_person_has_so_many_streams_and_no_more() {
        var open = new ArrayList<Runnable>();
        for (int i = 0; i < PER_PERSON; i++) {
            open.add(i == 0 ? WsClient.open("subject=user/la", token("la").signed())::close
                    : SseClient.open("subject=user/la", token("la").signed())::close);
        }
        Waiting.until(() -> metric("cartwright_live_streams") == PER_PERSON);
        assertThat(refused("la").status()).isEqualTo(429);
        assertThat(refused("la").header("retry-after")).isNotNull();
        assertThat(refused("la").text()).contains("3 streams");
        assertThat(catchThrowableOfType(WsClient.Refused.class,
                () -> WsClient.open("subject=user/la", token("la").signed())).status()).isEqualTo(429);
        SseClient.open("subject=user/lb", token("lb").signed()).close();
        open.forEach(Runnable::run);
        Waiting.until(() -> feed.watching("user/la") == 0);
        SseClient.open("subject=user/la", token("la").signed()).close();
    }

    @Test
    void instance_has_so_many_streams_and_no_more() {
        var open = new ArrayList<Runnable>();
        for (int i = 0; i < STREAMS; i++) {
            open.add(SseClient.open("subject=user/lc", operator())::close);
        }
        assertThat(refused("ld").status()).isEqualTo(503);
        assertThat(refused("ld").header("retry-after")).isNotNull();
        assertThat(metric("cartwright_live_refused_total")).isGreaterThanOrEqualTo(2);
        open.forEach(Runnable::run);
        Waiting.until(() -> metric("cartwright_live_streams") == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/live/ws"})
    void client_that_does_not_read_is_cut_off_with_a_reason(String path) throws IOException {
        double before = metric("cartwright_live_ended_total{reason=\"slow-consumer\"}");
        try (var sleeper = sleeper(path)) {
            Waiting.until(() -> feed.watching("user/le") == 1);
            for (int i = 1; feed.watching("user/le") == 1; i++) {
                assertThat(i).as("messages of 10 KB until it is cut off").isLessThan(5_000);
                feed.change("user/le", i, "note", "{\"text\":\"" + "x".repeat(10_000) + "\"}");
            }
            assertThat(metric("cartwright_live_ended_total{reason=\"slow-consumer\"}")).isEqualTo(before + 1);
            Waiting.until(() -> metric("cartwright_live_streams") == 0);
            assertThat(sleeper.isClosed()).isFalse();
        }
    }

    @Test
    void client_that_is_a_little_slow_reads_the_reason() throws IOException {
        try (var sleeper = sleeper("/live")) {
            Waiting.until(() -> feed.watching("user/le") == 1);
            for (int i = 1; feed.watching("user/le") == 1; i++) {
                feed.change("user/le", i, "note", "{\"text\":\"" + "x".repeat(10_000) + "\"}");
            }
            assertThat(new String(sleeper.getInputStream().readAllBytes(), UTF_8))
                    .contains("event: end\ndata: {\"reason\":\"slow-consumer\",\"retry\":1");
        }
    }

    /** A client that takes in little, and reads none of it by itself. */
    private static Socket sleeper(String path) throws IOException {
        return sleeper(path + "?subject=user/le", token("le").signed());
    }

    static Socket sleeper(String path, String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        var upgrade = path.startsWith("/live?") ? "connection: close\r\n" : "connection: upgrade\r\nupgrade: websocket\r\n"
                + "sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nhost: localhost\r\n"
                + (token == null ? "" : "authorization: Bearer " + token + "\r\n") + upgrade + "\r\n").getBytes(UTF_8));
        return socket;
    }

    private static Answer refused(String name) {
        return Call.of("GET", "/live?subject=user/" + name).as(token(name).signed()).send();
    }

    static double metric(String series) {
        return metric(series, operator());
    }

    static double metric(String series, String token) {
        var line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)", Pattern.MULTILINE)
                .matcher(Call.of("GET", "/q/metrics").as(token).send().text());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
