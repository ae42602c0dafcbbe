package dev.cartwright.runtime.simulation;

import dev.cartwright.rules.Json;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A simulated history: random events of few subjects, and what became of them. */
final class History {

    private static final Instant START = Instant.parse("2023-04-19T09:00:00Z");
    private static final List<String> WORDS = List.of("a", "b", "x", "y", "z");

    private History() {}

    /** Runs one history; what was violated in it, nothing where all holds. */
    static List<String> run(long seed, Faults faults, Weakening weakening) {
        var world = new World(seed, faults, weakening);
        var audit = new Audit(world);
        var events = events(world.simulator.random);
        world.simulator.start("sender", () -> {
            new Sender(world, audit, events).run();
            audit.inspect();
            world.end();
        });
        world.simulator.run();
        return audit.violations();
    }

    private static List<CloudEvent> events(Random random) {
        List<CloudEvent> events = new ArrayList<>();
        int count = 4 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            var kind = List.of("note", "switch", "count").get(random.nextInt(3));
            var type = switch (kind) {
                case "note" -> "noted";
                case "switch" -> "switched";
                default -> "counted";
            };
            var id = kind.equals("count") ? "all" : "s" + random.nextInt(2);
            var data = new SimEvent.Noted(id, WORDS.get(random.nextInt(WORDS.size())), random.nextInt(100));
            events.add(CloudEventBuilder.v1()
                    .withId("e" + i)
                    .withSource(URI.create("/test"))
                    .withType(type)
                    .withSubject(kind + '/' + id)
                    .withTime(START.plusSeconds(random.nextInt(6)).atOffset(ZoneOffset.UTC))
                    .withData("application/json", Json.bytes(data))
                    .build());
        }
        return events;
    }
}
