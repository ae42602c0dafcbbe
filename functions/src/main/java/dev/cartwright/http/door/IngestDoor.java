package dev.cartwright.http.door;

import dev.cartwright.http.door.CheckedEvents.Checked;
import dev.cartwright.http.event.Door;
import dev.cartwright.http.event.Received;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** {@code POST /events}: takes events from front ends, and answers when the broker has them for good. */
@Singleton
final class IngestDoor {

    /** Where events go whose subjects are of a kind that no function knows. */
    private static final String UNHANDLED = "unhandled";
    private static final int TAKEN = 202;

    /** Tells the sender what the event is called that was made of its request. */
    record Receipt(String id, String source, String subject, String time) {

        static Receipt of(CloudEvent event) {
            return new Receipt(event.getId(), event.getSource().toString(), event.getSubject(),
                    Position.format(event.getTime().toInstant()));
        }
    }

    private final CheckedEvents events;
    private final IngestQueue queue;
    private final RuleSet rules;

    IngestDoor(CheckedEvents events, IngestQueue queue, RuleSet rules) {
        this.events = events;
        this.queue = queue;
        this.rules = rules;
    }

    void handle(RoutingContext request) {
        events.of(request, Door.INGEST, checked -> {
            if (!checked.batch() && !checked.only().isAccepted()) {
                Answers.problem(request, checked.only().problem());
                return;
            }
            var publications = checked.accepted().stream().map(this::publication).toList();
            var published = publications.isEmpty() ? Future.<Void>succeededFuture()
                    : Future.fromCompletionStage(queue.publish(publications));
            published.onSuccess(done -> answer(request, checked)).onFailure(request::fail);
        });
    }

    private Publication publication(Received event) {
        var cloudEvent = event.incoming().cloudEvent();
        return new Publication(cloudEvent,
                rules.catalog().groupOf(Subjects.kind(cloudEvent.getSubject())).orElse(UNHANDLED));
    }

    private static void answer(RoutingContext request, Checked checked) {
        if (checked.batch()) {
            BatchAnswer.send(request, TAKEN, checked.events().stream()
                    .map(event -> event.isAccepted() ? BatchAnswer.Item.good(event, TAKEN)
                            : BatchAnswer.Item.bad(event, event.problem())).toList());
            return;
        }
        var event = checked.only().incoming().cloudEvent();
        request.response().putHeader("location", SubjectPath.of(event.getSubject()));
        Answers.json(request, TAKEN, Receipt.of(event));
    }
}
