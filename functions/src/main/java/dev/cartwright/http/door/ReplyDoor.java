package dev.cartwright.http.door;

import dev.cartwright.http.problem.Answers;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.RecordingPublisher;
import dev.cartwright.runtime.Replies;
import dev.cartwright.runtime.Reply;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Processes an event whose sender takes a follow-up as the answer, which saves sending it. Funqy has no part in it: a
 * function does not know what its event leads to.
 */
@Singleton
final class ReplyDoor {

    private static final int DONE = 204;
    private static final int DONE_WITH_REPLY = 200;

    private final Processing processing;
    private final Replies replies;
    private final Clock clock = Clock.systemUTC();

    ReplyDoor(Processing processing, Replies replies) {
        this.processing = processing;
        this.replies = replies;
    }

    boolean isFor(RoutingContext request) {
        return Brokers.takesReply(request.request().headers()) && replies.areTaken();
    }

    void handle(RoutingContext request, Incoming incoming, SpanContext carrier) {
        Future.fromCompletionStage(processing.submitForReply(incoming, carrier))
                .onSuccess(done -> done.reply().ifPresentOrElse(one -> answer(request, one),
                        () -> Answers.empty(request, DONE)))
                .onFailure(request::fail);
    }

    private void answer(RoutingContext request, Reply reply) {
        var followUp = RecordingPublisher.stamped(reply.publication(), clock);
        var response = request.response().setStatusCode(DONE_WITH_REPLY);
        replies.headers(followUp).forEach(response::putHeader);
        var data = followUp.event().getData();
        response.end(data == null ? Buffer.buffer() : Buffer.buffer(data.toBytes())).onSuccess(written -> {
            reply.written().run();
            replies.written(followUp);
        });
    }
}
