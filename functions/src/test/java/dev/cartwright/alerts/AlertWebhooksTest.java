package dev.cartwright.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.operations.NoticeEvent;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.runtime.DeadLetterReport;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.shop.Shop;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against receivers that speak HTTP, as good and as bad as they come. */
class AlertWebhooksTest {

    private static final List<String> KEYS =
            List.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "dGhlIG90aGVyIHJlY2VpdmVyJ3Mgb3du");
    private static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");

    private final Endpoint endpoint = new Endpoint();
    private final Endpoint other = new Endpoint();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final Events events = new Events(Shop.events());
    private volatile Instant now = NINE.plusSeconds(5);
    private final AlertWebhooks webhooks = webhooks(Duration.ofSeconds(20), endpoint.url(), other.url());

    @AfterEach
    void end() {
        endpoint.close();
        other.close();
        threads.shutdownNow();
    }

    @Test
    void sendsTheAlertAsACloudEventToEverybody() throws Exception {
        tell(webhooks, notice("1", NoticeEvent.RAISED));
        for (var receiver : List.of(endpoint, other)) {
            var call = receiver.calls().get(0);
            assertThat(call.header("content-type")).startsWith("application/cloudevents+json");
            var event = json(call);
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("type").asText()).isEqualTo("alert-raised");
            assertThat(event.path("subject").asText()).isEqualTo("alert/cart.slow");
            assertThat(event.path("time").asText()).isEqualTo("2023-04-19T09:00:00.000000Z");
            assertThat(event.path("data").path("runbook").asText()).isEqualTo("slow");
            assertThat(event.path("data").path("since").asText()).isEqualTo("2023-04-19T08:59:00.000000Z");
        }
    }

    @Test
    void eachReceiverVerifiesItByTheSpecification_withASecretOfItsOwn() throws Exception {
        tell(webhooks, notice("1", NoticeEvent.CLEARED));
        verify(endpoint.calls().get(0), KEYS.get(0));
        verify(other.calls().get(0), KEYS.get(1));
    }

    private void verify(Endpoint.Call call, String key) throws Exception {
        assertThat(call.header("webhook-id")).isEqualTo("1");
        assertThat(call.header("webhook-timestamp")).isEqualTo(Long.toString(now.getEpochSecond()));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        var signed = "1." + now.getEpochSecond() + '.' + new String(call.body(), StandardCharsets.UTF_8);
        assertThat(call.header("webhook-signature")).isEqualTo("v1,"
                + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(json(call).path("type").asText()).isEqualTo("alert-cleared");
    }

    @Test
    void whatOneDoesNotTakeIsSentAgainUnderTheSameId_toThatOneAlone() throws Exception {
        endpoint.behaves(Endpoint.status(500));
        assertNotTold(notice("1", NoticeEvent.RAISED), "answers 500");
        assertNotTold(notice("1", NoticeEvent.RAISED), "is left alone");
        endpoint.behaves(Endpoint.status(200));
        now = now.plusSeconds(10);
        tell(webhooks, notice("1", NoticeEvent.RAISED));
        assertThat(endpoint.calls()).extracting(call -> call.header("webhook-id")).containsExactly("1", "1");
        assertThat(endpoint.calls()).extracting(call -> call.header("webhook-timestamp")).doesNotHaveDuplicates();
        assertThat(other.calls()).hasSize(1);
    }

    @Test
    void newInstanceSendsWhatNobodyKnowsToBeTaken() throws Exception {
        endpoint.behaves(Endpoint.status(500));
        assertNotTold(notice("1", NoticeEvent.RAISED), "answers 500");
        endpoint.behaves(Endpoint.status(202));
        tell(webhooks(Duration.ofSeconds(20), endpoint.url(), other.url()), notice("1", NoticeEvent.RAISED));
        assertThat(endpoint.calls()).hasSize(2);
    }

    @Test
    void whoAsksToBeLeftAloneIs() throws Exception {
        endpoint.behaves(Endpoint.status(429, "retry-after", "600"));
        assertNotTold(notice("1", NoticeEvent.RAISED), "answers 429");
        now = now.plusSeconds(599);
        assertNotTold(notice("2", NoticeEvent.RAISED), "is left alone");
        endpoint.behaves(Endpoint.status(204));
        now = now.plusSeconds(2);
        tell(webhooks, notice("2", NoticeEvent.RAISED));
        assertThat(endpoint.calls()).hasSize(2);
    }

    @Test
    void whoIsGoneIsToldNothingMore() throws Exception {
        endpoint.behaves(Endpoint.status(410));
        tell(webhooks, notice("1", NoticeEvent.RAISED));
        tell(webhooks, notice("2", NoticeEvent.RAISED));
        assertThat(endpoint.calls()).hasSize(1);
        assertThat(other.calls()).hasSize(2);
    }

    @Test
    void whoHangsIsWaitedForNoLongerThanTheDeadline() {
        var impatient = webhooks(Duration.ofMillis(300), endpoint.url());
        endpoint.behaves(Endpoint.hangs());
        assertThatThrownBy(() -> tell(impatient, notice("1", NoticeEvent.RAISED)))
                .hasRootCauseInstanceOf(Unavailable.class).hasMessageContaining("does not answer in time");
    }

    @Test
    void nobodyIsFollowedElsewhere() {
        endpoint.behaves(Endpoint.status(307, "location", other.url()));
        var one = webhooks(Duration.ofSeconds(20), endpoint.url());
        assertThatThrownBy(() -> tell(one, notice("1", NoticeEvent.RAISED))).hasMessageContaining("answers 307");
        assertThat(other.calls()).isEmpty();
    }

    @Test
    void addressOfNobodyIsNamedByItsHostAlone() {
        endpoint.close();
        var one = webhooks(Duration.ofSeconds(20), endpoint.url());
        assertThatThrownBy(() -> tell(one, notice("1", NoticeEvent.RAISED))).hasMessageContaining("cannot be reached")
                .hasMessageContaining("127.0.0.1").hasMessageNotContaining("in-the-address");
    }

    @Test
    void moreThanAFewAtATimeComeLater() throws Exception {
        var answers = new CompletableFuture<Void>();
        endpoint.behaves(exchange -> {
            answers.join();
            Endpoint.status(204).answer(exchange);
        });
        var one = webhooks(Duration.ofSeconds(20), endpoint.url());
        for (int i = 0; i < 8; i++) {
            one.tell(notice("busy-" + i, NoticeEvent.RAISED));
        }
        assertThatThrownBy(() -> tell(one, notice("9", NoticeEvent.RAISED)))
                .hasMessageContaining("more notices wait");
        answers.complete(null);
    }

    @Test
    void whatNobodyTookForLongEnoughIsKeptAsADeadLetter() throws Exception {
        endpoint.behaves(Endpoint.status(500));
        now = NINE.plus(Duration.ofHours(6)).minusSeconds(1);
        assertNotTold(notice("1", NoticeEvent.RAISED), "answers 500");
        now = now.plusSeconds(600);
        tell(webhooks, notice("1", NoticeEvent.RAISED));
        assertThat(letters).containsExactly("1");
    }

    @Test
    void remindersGoOutAsOftenAsIsSet_andNeverLate() throws Exception {
        for (int minutes = 5; minutes <= 125; minutes += 5) {
            now = NINE.plus(Duration.ofMinutes(minutes)).plusSeconds(1);
            tell(webhooks, reminder("r" + minutes, Duration.ofMinutes(minutes - 5), Duration.ofMinutes(minutes)));
        }
        assertThat(other.calls()).extracting(call -> call.header("webhook-id")).containsExactly("r60", "r120");
        assertThat(json(other.calls().get(0)).path("type").asText()).isEqualTo("alert-reminder");
        now = NINE.plus(Duration.ofHours(9));
        tell(webhooks, reminder("late", Duration.ofMinutes(175), Duration.ofMinutes(180)));
        assertThat(other.calls()).hasSize(2);
    }

    private void assertNotTold(Incoming notice, String why) {
        assertThatThrownBy(() -> tell(webhooks, notice)).isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(Unavailable.class).hasMessageContaining(why);
    }

    private static void tell(AlertWebhooks webhooks, Incoming notice) throws Exception {
        webhooks.tell(notice).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private AlertWebhooks webhooks(Duration deadline, String... urls) {
        var destinations = IntStream.range(0, urls.length)
                .mapToObj(i -> Destination.of("r" + i, urls[i], "whsec_" + KEYS.get(i), true)).toList();
        var settings = new WebhookSettings(destinations, Duration.ofHours(1), deadline, Duration.ofHours(6));
        var report = new DeadLetterReport(new LaneMeters(new SimpleMeterRegistry(), Shop.events()));
        return new AlertWebhooks(settings, (event, reason) -> letters.add(event.getId()), report, threads, () -> now);
    }

    private Incoming notice(String id, String news) {
        return incoming(id, NINE, new AlertNotice("n." + id, "cart.slow", news, "cart", "critical",
                "2023-04-19T08:59:00.000000Z", "Events take too long", "slow", Rfc3339.format(NINE),
                Rfc3339.format(NINE)));
    }

    private Incoming reminder(String id, Duration previous, Duration told) {
        return incoming(id, NINE.plus(told), new AlertNotice("n." + id, "cart.slow", NoticeEvent.REMINDER, "cart",
                "critical", "2023-04-19T08:59:00.000000Z", "Events take too long", "slow", Rfc3339.format(NINE),
                Rfc3339.format(NINE.plus(previous))));
    }

    private Incoming incoming(String id, Instant time, AlertNotice notice) {
        CloudEvent event = CloudEventBuilder.v1().withId(id).withSource(URI.create("/cartwright/operations"))
                .withType(AlertNotice.TYPE).withSubject("notice/" + notice.noticeId())
                .withTime(time.atOffset(ZoneOffset.UTC)).withData("application/json", Json.bytes(notice)).build();
        return new Incoming(event, events.read(event));
    }

    private static JsonNode json(Endpoint.Call call) throws IOException {
        return Json.MAPPER.readTree(call.body());
    }
}
