package dev.cartwright.pubsub;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line of {@link DeadLetterDrain}: all that it needs is in the environment. */
final class DrainCommand {

    private static final int DONE = 0;
    private static final int SOMETHING_STAYED = 1;
    private static final int MISUSED = 2;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String HELP = """
            Publishes what is on the dead-letter subscription to the topic again, and ends when the subscription stays
            empty. The exit code is 0 where nothing stayed there, 1 where something did, 2 for a misuse.

              CARTWRIGHT_BROKER_PROJECT         the Google Cloud project
              CARTWRIGHT_BROKER_TOPIC           the topic (events)
              CARTWRIGHT_BROKER_DEAD_LETTERS    the dead-letter subscription (<topic>-dead-letters)
              PUBSUB_EMULATOR_HOST              host:port of an emulator instead of the real thing""";

    private DrainCommand() {}

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        if (arguments.equals(List.of("--help"))) {
            out.println(HELP);
            return DONE;
        }
        var project = environment.getOrDefault("CARTWRIGHT_BROKER_PROJECT", "");
        if (!arguments.isEmpty() || project.isBlank()) {
            out.println(arguments.isEmpty() ? "CARTWRIGHT_BROKER_PROJECT is not set: say whose dead letters to drain"
                    : "No arguments are taken but --help: " + String.join(" ", arguments));
            return MISUSED;
        }
        return drain(project, environment, out) ? DONE : SOMETHING_STAYED;
    }

    private static boolean drain(String project, Map<String, String> environment, PrintStream out) {
        var topic = environment.getOrDefault("CARTWRIGHT_BROKER_TOPIC", "events");
        var letters = environment.getOrDefault("CARTWRIGHT_BROKER_DEAD_LETTERS", topic + "-dead-letters");
        var emulator = Optional.ofNullable(environment.get("PUBSUB_EMULATOR_HOST")).filter(host -> !host.isBlank());
        try {
            return DeadLetterDrain.run(new PubSubTarget(emulator, project, topic, DEADLINE),
                    "projects/" + project + "/subscriptions/" + letters, out);
        } catch (IOException e) {
            out.println("Cannot reach Pub/Sub: " + e.getMessage());
            return false;
        }
    }
}
