package dev.cartwright.runtime;

import dev.cartwright.rules.State;
import io.cloudevents.CloudEvent;
import java.util.ArrayList;
import java.util.List;

/** Tells of a state that was extended. */
record Extended(String subject, State before) implements News.Teller {

    @Override
    public News tell(List<Step> durable) {
        if (durable.isEmpty()) {
            return News.NONE;
        }
        List<CloudEvent> messages = new ArrayList<>();
        durable.forEach(step -> messages.add(step.job().incoming.cloudEvent()));
        durable.stream().filter(Step::late).reduce((earlier, later) -> later)
                .flatMap(late -> SubjectNews.corrected(subject, before, late.after(), late.job()))
                .ifPresent(messages::add);
        messages.add(SubjectNews.changed(subject, before, durable.get(durable.size() - 1).after()));
        return News.of(messages);
    }
}
