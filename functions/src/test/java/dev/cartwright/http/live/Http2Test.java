package dev.cartwright.http.live;

import static dev.cartwright.http.live.LiveLimitsTest.metric;
import static dev.cartwright.http.live.LiveProfile.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.live.LiveMessage.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many streams on one connection, where a proxy speaks HTTP/2 to us. */
@QuarkusTest
@TestProfile(LiveProfile.class)
class Http2Test {

    @Inject
    FakeSource feed;

    private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_2).build();

    @Test
    void streams_of_one_connection_are_told_and_ended_each_by_itself() {
        try (var brief = SseClient.open(http, "subject=user/ha", token("ha").endsIn(Duration.ofSeconds(4)).signed());
                var other = SseClient.open(http, "subject=user/hb", token("hb").signed())) {
            assertThat(brief.version()).isEqualTo(Version.HTTP_2);
            assertThat(other.version()).isEqualTo(Version.HTTP_2);
            feed.state("user/ha", 1);
            assertThat(brief.next().id()).isEqualTo("1000-1");
            assertThat(brief.next().data()).contains("token-expired");
            brief.awaitEnd();
            feed.say("user/hb", Kind.RESET, 2, "subject-state", "{}");
            assertThat(other.next().event()).isEqualTo("reset");
        }
        Waiting.until(() -> feed.watching("user/hb") == 0);
    }

    @Test
    void stream_that_is_not_read_is_cut_off_and_no_other() throws Exception {
        try (var other = SseClient.open(http, "subject=user/hd", token("hd").signed()); var unread = unread().body()) {
            double before = metric("cartwright_live_ended_total{reason=\"slow-consumer\"}");
            for (int i = 1; feed.watching("user/hc") == 1; i++) {
                assertThat(i).as("messages of 10 KB until it is cut off").isLessThan(5_000);
                feed.change("user/hc", i, "note", "{\"text\":\"" + "x".repeat(10_000) + "\"}");
            }
            assertThat(metric("cartwright_live_ended_total{reason=\"slow-consumer\"}")).isEqualTo(before + 1);
            Waiting.until(() -> metric("cartwright_live_streams") == 1);
            feed.state("user/hd", 1);
            assertThat(other.next().id()).isEqualTo("1000-1");
            assertThat(unread).isNotNull();
        }
    }

    private HttpResponse<InputStream> unread() throws Exception {
        var response = http.send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/live?subject=user/hc"))
                .header("authorization", "Bearer " + token("hc").signed()).build(), BodyHandlers.ofInputStream());
        assertThat(response.version()).isEqualTo(Version.HTTP_2);
        return response;
    }
}
