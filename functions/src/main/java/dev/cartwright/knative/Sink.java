package dev.cartwright.knative;

import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Refused;
import dev.cartwright.runtime.Unavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What takes events by HTTP, one a request. Thread-safe. */
final class Sink {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PING = Duration.ofSeconds(1);
    /** What is wrong with the event itself; any other refusal is the operator's to mend. */
    private static final Set<Integer> OF_THE_EVENT = Set.of(400, 413, 415, 422);

    private final KnativeTarget target;
    private final HttpClient client;

    Sink(KnativeTarget target) {
        this.target = target;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(target.deadline()).build();
    }

    /**
     * Returns when the sink has taken it; throws {@link Refused} where it never will, else {@link Unavailable}.
     *
     * @param end until when it is tried again, on {@link System#nanoTime}
     */
    void send(Publication publication, long end) throws InterruptedException {
        var request = request(publication);
        var pause = FIRST_PAUSE;
        for (var refusal = refusal(request); refusal != null; refusal = refusal(request)) {
            if (end - System.nanoTime() < pause.toNanos()) {
                throw refusal;
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Why it was not taken, though it may be when it is sent again; null where it was. */
    private Unavailable refusal(HttpRequest request) throws InterruptedException {
        try {
            int status = answer(request, target.deadline()).statusCode();
            if (status / 100 == 2) {
                return null;
            }
            if (OF_THE_EVENT.contains(status)) {
                throw new Refused("the broker refuses the event with " + status);
            }
            var refusal = away("answers " + status, null);
            if (isPassing(status)) {
                return refusal;
            }
            throw refusal;
        } catch (IOException e) {
            return away("does not answer", e);
        }
    }

    /** Those that Knative itself retries. */
    private static boolean isPassing(int status) {
        return status >= 500 || status == 404 || status == 408 || status == 409 || status == 429;
    }

    private HttpRequest request(Publication publication) {
        var request = HttpRequest.newBuilder(target.sink()).POST(body(publication));
        KnativeHeaders.of(publication, target.overrides()).forEach(request::setHeader);
        return request.build();
    }

    private static BodyPublisher body(Publication publication) {
        var data = publication.event().getData();
        return data == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(data.toBytes());
    }

    /** Throws {@link Unavailable} where nobody answers, whatever the answer is. */
    void ping() {
        var request = HttpRequest.newBuilder(target.sink()).method("OPTIONS", BodyPublishers.noBody()).build();
        try {
            answer(request, PING);
        } catch (IOException e) {
            throw away("does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("was not waited for", e);
        }
    }

    // why not the request's own timeout: it ends with the headers, and a body may hang, too.
    private HttpResponse<Void> answer(HttpRequest request, Duration patience) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }

    Unavailable away(String why, Throwable cause) {
        return new Unavailable(Unavailable.Reason.STORE_AWAY, "the sink " + target.sink() + " " + why, cause);
    }
}
