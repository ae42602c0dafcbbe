package dev.cartwright.http.door;

import dev.cartwright.http.event.Fragments;
import dev.cartwright.http.event.Received;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.runtime.DeadLetterReport;
import dev.cartwright.runtime.DeadLetters;
import dev.cartwright.runtime.EventHeaders;
import dev.cartwright.runtime.Extensions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Set;

/** Keeps what a broker delivers and what can never succeed, since nobody there would mend it. */
@Singleton
final class Morgue {

    /** The fields of a request beside the attributes. */
    private static final Set<String> BESIDE = Set.of("data", "data_base64", "content-type", "content-encoding");

    private final DeadLetters letters;
    private final DeadLetterReport report;
    private final Vertx vertx;

    Morgue(DeadLetters letters, DeadLetterReport report, Vertx vertx) {
        this.letters = letters;
        this.report = report;
        this.vertx = vertx;
    }

    /** Succeeds when it is kept; runs on a worker. */
    Future<Void> keep(Received refused) {
        return vertx.executeBlocking(() -> {
            var letter = Fragments.gathered(refused.sent());
            letters.keep(letter, reason(refused.problem()));
            report.tell(letter.getType(), letter.getSubject(), reasonForLog(refused.problem()),
                    refused.sent().text(Extensions.TRACEPARENT));
            return null;
        }, false);
    }

    /** Without the detail, and without names of fields that the sender may have chosen. */
    private static String reasonForLog(Problem problem) {
        var words = problem.status() + " " + problem.title();
        if (problem.field() == null) {
            return words;
        }
        var field = problem.field().split("[.\\[]", 2)[0];
        boolean named = EventHeaders.ATTRIBUTES.contains(field) || BESIDE.contains(field);
        return words + " at " + (named ? field : "an extension");
    }

    private static String reason(Problem problem) {
        return problem.field() == null ? problem.detail() : problem.field() + ": " + problem.detail();
    }
}
