package dev.cartwright.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpanExportersTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @Test
    void span_comes_to_the_collector_without_what_may_tell_of_a_person() {
        try (var collector = Collector.start()) {
            assertThat(export(new PrivateSpans(SpanExporters.otlp(collector.address(), DEADLINE)))).isTrue();
            var received = collector.received().toString();
            assertThat(received).contains("GET /subjects/{kind}/{id}", "http.route", "java.lang.IllegalStateException")
                    .contains("STATUS_CODE_ERROR").doesNotContain("secret");
            assertThat(collector.authorizations()).containsExactly("null");
        }
    }

    @Test
    void google_is_told_who_sends() {
        try (var collector = Collector.start()) {
            var token = new AccessToken("a-token", Date.from(Instant.now().plusSeconds(3600)));
            assertThat(export(SpanExporters.withCredentials(collector.address(), DEADLINE,
                    GoogleCredentials.create(token)))).isTrue();
            assertThat(collector.authorizations()).containsExactly("Bearer a-token");
        }
    }

    @Test
    void collector_that_hangs_is_given_up() throws IOException {
        try (var hangs = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertThat(export(SpanExporters.otlp(URI.create("http://127.0.0.1:" + hangs.getLocalPort()),
                    Duration.ofSeconds(1)))).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
        }
    }

    private static boolean export(SpanExporter exporter) {
        try (exporter) {
            return exporter.export(List.of(span())).join(20, TimeUnit.SECONDS).isSuccess();
        }
    }

    private static SpanData span() {
        var request = Attributes.of(AttributeKey.stringKey("url.path"), "/subjects/user/secret",
                AttributeKey.stringKey("url.query"), "secret", AttributeKey.stringKey("client.address"), "secret",
                AttributeKey.stringKey("http.route"), "/subjects/{kind}/{id}");
        var exception = Attributes.of(AttributeKey.stringKey("exception.type"), "java.lang.IllegalStateException",
                AttributeKey.stringKey("exception.message"), "secret",
                AttributeKey.stringKey("exception.stacktrace"), "java.lang.IllegalStateException: secret");
        return TestSpanData.builder().setName("GET /subjects/{kind}/{id}").setKind(SpanKind.SERVER).setHasEnded(true)
                .setStartEpochNanos(1).setEndEpochNanos(2).setAttributes(request)
                .setStatus(StatusData.create(StatusCode.ERROR, "the subject user/secret failed"))
                .setLinks(List.of(LinkData.create(SpanContext.getInvalid(), request)))
                .setEvents(List.of(EventData.create(1, "exception", exception))).build();
    }
}
