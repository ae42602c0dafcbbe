package dev.cartwright.alerts;

import dev.cartwright.runtime.Unavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings webhooks to receivers, once each; goes nowhere else, whatever they answer. Thread-safe. */
final class Courier {

    private final WebhookSettings settings;
    private final HttpClient client;
    private final InstantSource time;

    Courier(WebhookSettings settings, Executor threads, InstantSource time) {
        this.settings = settings;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(settings.deadline()).build();
        this.time = time;
    }

    /** Fails with {@link Unavailable} where it did not take it. */
    CompletionStage<Void> bring(Webhook webhook, Receiver receiver) {
        try {
            if (!receiver.wants(webhook.id(), time.instant())) {
                return CompletableFuture.completedStage(null);
            }
        } catch (Unavailable notNow) {
            return CompletableFuture.failedStage(notNow);
        }
        return answer(webhook, receiver).handle((answer, failure) -> {
            if (failure != null) {
                throw receiver.failed(how(failure), time.instant(), Duration.ZERO);
            }
            receiver.answered(webhook.id(), answer, time.instant());
            return null;
        });
    }

    // why not the request's own timeout: it ends with the headers, and a body may hang, too.
    private CompletionStage<HttpResponse<Void>> answer(Webhook webhook, Receiver receiver) {
        var answer = client.sendAsync(webhook.to(receiver.destination(), time.instant()),
                BodyHandlers.discarding());
        return answer.copy().orTimeout(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> answer.cancel(true));
    }

    /** In our own words: those of others may quote the address. */
    private static String how(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof TimeoutException ? "does not answer in time"
                : cause instanceof IOException ? "cannot be reached (" + cause.getClass().getSimpleName() + ")"
                : "could not be asked (" + cause.getClass().getSimpleName() + ")";
    }
}
