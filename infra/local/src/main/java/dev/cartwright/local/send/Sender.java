package dev.cartwright.local.send;

import dev.cartwright.local.broker.Backoff;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends a batch until each event is accepted or refused, or nothing was accepted for too long; thread-safe. */
final class Sender {
    private final EventsClient client;
    private final Tally tally;
    private final Duration patience;
    private final Backoff backoff = Backoff.standard();

    Sender(EventsClient client, Tally tally, Duration patience) {
        this.client = client;
        this.tally = tally;
        this.patience = patience;
    }

    void send(List<Line> batch) {
        var left = tally.withoutDefects(batch);
        for (int failures = 1; !left.isEmpty() && !tally.isGivenUp(); failures++) {
            left = attempt(left, failures);
        }
    }

    private List<Line> attempt(List<Line> batch, int failures) {
        try {
            var reply = client.post(batch);
            tally.answered();
            if (reply.denial().isPresent()) {
                tally.giveUp("%s answers %d: %s".formatted(client.uri(), reply.status(), reply.denial().get()));
                return List.of();
            }
            if (batch.size() > 1 && refusesAll(reply)) {
                batch.forEach(line -> send(List.of(line)));
                return List.of();
            }
            return settle(batch, reply, failures);
        } catch (IOException e) {
            noAnswer(e);
            return again(batch, backoff.millis(failures));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean refusesAll(Reply reply) {
        var result = reply.results(1).get(0);
        return !result.isAccepted() && !result.isTransient();
    }

    private List<Line> settle(List<Line> batch, Reply reply, int failures) {
        var results = reply.results(batch.size());
        var left = new ArrayList<Line>();
        for (int i = 0; i < batch.size(); i++) {
            if (results.get(i).isAccepted()) {
                tally.accepted();
            } else if (results.get(i).isTransient()) {
                left.add(batch.get(i));
            } else {
                tally.refused(batch.get(i), "%d %s".formatted(results.get(i).status(), results.get(i).problem()));
            }
        }
        return left.isEmpty() ? left : again(left, Math.max(reply.retryAfterMillis(), backoff.millis(failures)));
    }

    private void noAnswer(IOException cause) {
        var why = cause instanceof ConnectException ? "nobody listens there" : cause.getMessage();
        tally.noAnswer(("%s does not answer (%s); trying again for %d s. "
            + "Is ./deploy.sh local running? --url says where").formatted(client.uri(), why, patience.toSeconds()));
    }

    private List<Line> again(List<Line> left, long millis) {
        tally.retried(left.size());
        if (tally.sinceProgress().compareTo(patience) > 0) {
            tally.giveUp();
            return List.of();
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        return left;
    }
}
