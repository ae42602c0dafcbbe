package dev.cartwright.http.door;

import dev.cartwright.http.event.Fragments;
import dev.cartwright.http.event.Received;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.runtime.DeadLetters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** Keeps what a broker delivers and what can never succeed, since nobody there would mend it. */
@Singleton
final class Morgue {

    private final DeadLetters letters;
    private final Vertx vertx;

    Morgue(DeadLetters letters, Vertx vertx) {
        this.letters = letters;
        this.vertx = vertx;
    }

    /** Succeeds when it is kept; runs on a worker. */
    Future<Void> keep(Received refused) {
        return vertx.executeBlocking(() -> {
            letters.keep(Fragments.gathered(refused.sent()), reason(refused.problem()));
            return null;
        }, false);
    }

    private static String reason(Problem problem) {
        return problem.field() == null ? problem.detail() : problem.field() + ": " + problem.detail();
    }
}
