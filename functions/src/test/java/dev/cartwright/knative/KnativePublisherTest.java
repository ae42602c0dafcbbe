package dev.cartwright.knative;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Refused;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.PublisherContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnativePublisherTest extends PublisherContract {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private final HttpSink sink = new HttpSink();
    private final KnativePublisher publisher = publisher(sink.uri(), LONG, "");
    private final KnativePublisher impatient = publisher(sink.uri(), SHORT, "");

    @AfterEach
    void stop() {
        publisher.close();
        impatient.close();
        sink.close();
    }

    @Override
    protected Publisher publisher() {
        return publisher;
    }

    @Override
    protected List<Publication> published(String subject) {
        return sink.taken().stream().map(HttpSink.Received::publication)
                .filter(publication -> publication.event().getSubject().equals(subject)).toList();
    }

    @Test
    void sink_binding_adds_its_extensions_to_every_event() {
        try (var bound = publisher(sink.uri(), LONG, "{\"extensions\":{\"shop\":\"K\u00f6ln\",\"tier\":\"1\"}}")) {
            bound.publish(List.of(new Publication(event("1"), "cart")));
        }
        assertThat(sink.taken().get(0).headers()).containsEntry("ce-shop", "K%C3%B6ln").containsEntry("ce-tier", "1");
    }

    @Test
    void overrides_that_are_none_are_refused() {
        for (var malformed : List.of("{", "{\"extensions\":{\"a\":1}}", "{\"extensions\":{\"A-B\":\"1\"}}")) {
            assertThatThrownBy(() -> CeOverrides.of(malformed)).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("K_CE_OVERRIDES must be as");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "type", "time", "data", "cartwrightgroup", "hops", "causationid", "traceparent"})
    void overrides_of_what_an_event_tells_itself_are_refused(String name) {
        assertThatThrownBy(() -> CeOverrides.of("{\"extensions\":{\"" + name + "\":\"1\"}}"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(name + " is told by the event itself");
    }

    @Override
    @Test
    public void events_go_out_in_order() {
        // Knative promises no order: all go out, that is all.
        var events = IntStream.range(0, 500).mapToObj(i -> new Publication(event("" + i), "cart")).toList();
        publisher.publish(events);
        assertThat(published(events.get(0).event().getSubject())).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void event_that_the_sink_cannot_take_just_now_is_sent_again() {
        var refusals = new AtomicInteger(3);
        sink.answering(received -> received.headers().get("ce-id").equals("1")
                && refusals.getAndDecrement() > 0 ? 503 : 202);
        publisher.publish(IntStream.range(0, 3).mapToObj(i -> new Publication(event("" + i), "cart")).toList());
        assertThat(sink.taken()).extracting(received -> received.headers().get("ce-id")).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void events_do_not_wait_for_each_other() {
        var everyOne = new CountDownLatch(20);
        sink.answering(received -> {
            everyOne.countDown();
            return await(everyOne) ? 202 : 500;
        });
        publisher.publish(IntStream.range(0, 20)
                .mapToObj(i -> new Publication(event("" + i), "cart")).toList());
        assertThat(sink.taken()).hasSize(20);
    }

    @Test
    void event_that_the_sink_refuses_fails_alone_and_at_once() {
        sink.answering(received -> received.headers().get("ce-id").equals("1") ? 400 : 202);
        var some = IntStream.range(0, 3).mapToObj(i -> new Publication(event("" + i), "cart")).toList();
        assertThatThrownBy(() -> publisher.publish(some)).isInstanceOfSatisfying(NotAllPublished.class, e -> {
            assertThat(e.failures()).containsOnlyKeys(1);
            assertThat(e.failures().get(1)).isInstanceOf(Refused.class).hasMessageContaining("400");
        });
        assertThat(sink.taken()).hasSize(2);
    }

    @Test
    void sink_that_takes_nothing_from_us_is_unavailable_at_once() {
        sink.answering(received -> 403);
        assertThatThrownBy(() -> publisher.publish(List.of(new Publication(event("1"), "cart"))))
                .isInstanceOf(NotAllPublished.class).cause().isInstanceOf(Unavailable.class)
                .hasMessageContaining("answers 403");
    }

    @Test
    void answer_whose_body_never_ends_is_unavailable_within_the_deadline() throws IOException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var hung = publisher(URI.create("http://127.0.0.1:" + server.getLocalPort()), SHORT, "")) {
            var answering = new Thread(() -> answerWithoutEnd(server));
            answering.setDaemon(true);
            answering.start();
            assertUnavailableInTime(hung::ping);
            assertUnavailableInTime(() -> hung.publish(List.of(new Publication(event("1"), "cart"))));
        }
    }

    @Test
    void sink_that_is_away_or_hangs_is_unavailable_within_the_deadline() {
        var some = List.of(new Publication(event("1"), "cart"), new Publication(event("2"), "cart"));
        sink.answering(received -> 503);
        assertUnavailableInTime(() -> impatient.publish(some));
        var never = new CountDownLatch(1);
        sink.answering(received -> await(never) ? 202 : 500);
        assertUnavailableInTime(() -> impatient.publish(some));
        assertUnavailableInTime(impatient::ping);
        never.countDown();
        sink.close();
        assertUnavailableInTime(() -> impatient.publish(some));
        assertUnavailableInTime(impatient::ping);
    }

    @Test
    void sink_that_answers_anything_is_there() {
        sink.answering(received -> 405);
        publisher.ping();
    }

    private static void answerWithoutEnd(ServerSocket server) {
        List<Socket> open = new ArrayList<>();
        try {
            while (true) {
                var connection = server.accept();
                open.add(connection);
                connection.getOutputStream().write("HTTP/1.1 202 Accepted\r\nContent-Length: 9\r\n\r\n".getBytes(UTF_8));
            }
        } catch (IOException closed) {
            assertThat(open).isNotEmpty();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void assertUnavailableInTime(ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call).isInstanceOfAny(Unavailable.class, NotAllPublished.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plus(MARGIN));
    }

    private static KnativePublisher publisher(URI sink, Duration deadline, String overrides) {
        return new KnativePublisher(new KnativeTarget(sink, CeOverrides.of(overrides), deadline));
    }
}
