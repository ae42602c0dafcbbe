package dev.cartwright.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.SystemEvent;
import dev.cartwright.runtime.News;
import dev.cartwright.runtime.SubjectStore;
import dev.cartwright.runtime.SubjectView;
import dev.cartwright.runtime.memory.InMemorySubjectStore;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows of every subject just what live watchers are told, and holds it against the truth: messages lead to the state,
 * and each event that is in it was told once.
 */
final class LiveWatcher implements InMemorySubjectStore.Watcher {

    private final Map<String, ObjectNode> known = new HashMap<>();
    private final Map<String, Set<String>> events = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    List<String> violations() {
        return violations;
    }

    @Override
    public void tell(SubjectStore.Change change, News news) {
        var subject = change.subject();
        var truth = json(Json.bytes(SubjectView.of(subject, change.next().state())));
        if (news.reset()) {
            known.put(subject, truth);
            events.put(subject, new HashSet<>());
            return;
        }
        long before = known.get(subject).get("version").longValue();
        long told = news.messages().stream().filter(message -> isNew(subject, message)).count();
        news.messages().forEach(message -> apply(subject, message));
        if (!known.get(subject).equals(truth)) {
            violations.add("watchers know " + known.get(subject) + " but the state is " + truth);
        }
        if (before + told != truth.get("version").longValue()) {
            violations.add(subject + ": of events after version " + before + ", " + told + " were told: " + truth);
        }
    }

    private boolean isNew(String subject, CloudEvent message) {
        if (SystemEvent.LIVE_ONLY.contains(message.getType())) {
            return false;
        }
        var identity = message.getTime() + message.getId() + message.getSource();
        if (!events.get(subject).add(identity)) {
            violations.add(subject + ": " + identity + " was told twice");
        }
        return true;
    }

    private void apply(String subject, CloudEvent message) {
        var mine = known.get(subject);
        switch (message.getType()) {
            case SystemEvent.STATE -> known.put(subject, json(message.getData().toBytes()));
            case SystemEvent.CHANGED -> {
                var delta = json(message.getData().toBytes());
                var properties = (ObjectNode) mine.get("properties");
                properties.setAll((ObjectNode) delta.get("changed"));
                delta.get("removed").forEach(name -> properties.remove(name.textValue()));
                List.of("version", "position", "time").forEach(name -> mine.set(name, delta.get(name)));
            }
            default -> { }
        }
    }

    private static ObjectNode json(byte[] bytes) {
        try {
            JsonNode node = Json.MAPPER.readTree(bytes);
            return (ObjectNode) node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
