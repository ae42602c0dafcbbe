package dev.cartwright.alerts;

import dev.cartwright.operations.Alert;
import dev.cartwright.operations.NoticeEvent;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import dev.cartwright.operations.Rhythm;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.runtime.DeadLetterReport;
import dev.cartwright.runtime.DeadLetters;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Tells of alerts outside. A notice that some receiver does not take is not acknowledged: the broker brings it again,
 * to any instance, until all have it, or until it has been tried for long enough and is kept as a dead letter. So it is
 * sent at least once, always under the same id. Thread-safe.
 */
public final class AlertWebhooks {

    private static final int AT_ONCE = 8;

    private final WebhookSettings settings;
    private final List<Receiver> receivers;
    private final Courier courier;
    private final DeadLetters letters;
    private final DeadLetterReport report;
    private final Executor beside;
    private final InstantSource time;
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** @param beside runs what may block */
    public AlertWebhooks(WebhookSettings settings, DeadLetters letters, DeadLetterReport report, Executor beside,
            InstantSource time) {
        this.settings = settings;
        this.receivers = settings.destinations().stream().map(Receiver::new).toList();
        this.courier = new Courier(settings, beside, time);
        this.letters = letters;
        this.report = report;
        this.beside = beside;
        this.time = time;
    }

    /** Ends when all have been told what is to be told of it; fails with {@link Unavailable} where some have not. */
    public CompletionStage<Void> tell(Incoming incoming) {
        var event = incoming.cloudEvent();
        return !receivers.isEmpty() && incoming.event().data() instanceof AlertNotice notice && isDue(event, notice)
                ? send(event, Webhook.of(event, notice)) : CompletableFuture.completedStage(null);
    }

    /** A reminder that comes late reminds of nothing: the next one is on its way. */
    private boolean isDue(CloudEvent event, AlertNotice notice) {
        var told = event.getTime().toInstant();
        return !notice.news().equals(NoticeEvent.REMINDER)
                || told.plus(Alert.REMINDED_EVERY).isAfter(time.instant())
                && new Rhythm(Rfc3339.parse(notice.raisedAt()), settings.reminder())
                        .beats(Rfc3339.parse(notice.previousAt()), told);
    }

    private CompletionStage<Void> send(CloudEvent event, Webhook webhook) {
        if (!room.tryAcquire()) {
            return CompletableFuture.failedStage(
                    new Unavailable(Unavailable.Reason.LANE_FULL, "more notices wait than are sent at a time"));
        }
        var sent = receivers.stream().map(receiver -> courier.bring(webhook, receiver).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(sent).whenComplete((done, failure) -> room.release())
                .exceptionallyCompose(failure -> isTriedEnough(event) ? keep(event)
                        : CompletableFuture.failedStage(failure));
    }

    /** Counted from when it went out: while a store is away, notices wait with the samples. */
    private boolean isTriedEnough(CloudEvent event) {
        var recorded = event.getExtension(Extensions.RECORDED_TIME);
        var begin = recorded == null ? event.getTime().toInstant() : Rfc3339.parse(recorded.toString());
        return begin.plus(settings.patience()).isBefore(time.instant());
    }

    private CompletionStage<Void> keep(CloudEvent event) {
        return CompletableFuture.runAsync(() -> {
            var reason = "a receiver of alerts did not take it for " + settings.patience();
            letters.keep(event, reason);
            var traceparent = event.getExtension(Extensions.TRACEPARENT);
            report.tell(event.getType(), event.getSubject(), reason,
                    traceparent == null ? null : traceparent.toString());
        }, beside);
    }
}
