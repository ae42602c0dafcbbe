package dev.cartwright.local.supervisor;

import dev.cartwright.local.Home;
import dev.cartwright.local.servers.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs everything in the foreground until it is told to end. */
@Command(name = "local", mixinStandardHelpOptions = true,
    description = "Runs Cartwright whole on this machine: stores, broker and functions.",
    footer = {"", "BIGTABLE_EMULATOR_HOST, REDIS_URL, BROKER_REDIS_URL, PUBSUB_EMULATOR_HOST, or",
        "CARTWRIGHT_BIGTABLE_PROJECT with CARTWRIGHT_BIGTABLE_INSTANCE, name servers to",
        "use in place of those that it would start.", "",
        "It listens to this machine alone. QUARKUS_HTTP_HOST=0.0.0.0 lets in the",
        "network, where whoever calls has every role, too.", "",
        "Redis keeps accepted events through a crash of its own. Google's Pub/Sub",
        "emulator (gcloud components install pubsub-emulator) has them in memory only,",
        "and is slow."})
public final class LocalCommand implements Callable<Integer> {
    private static final String READY = "Cartwright is ready: http://localhost:%d/ "
        + "(events: POST /events, state: /subjects/user/456, docs: /q/openapi, metrics: /q/metrics)";

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N",
        description = "Where the functions listen (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--broker", defaultValue = "redis", paramLabel = "KIND",
        description = "What carries events, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private BrokerKind broker;

    @Option(names = "--dev", description = "Run the functions from their sources and reload them as they are edited.")
    private boolean dev;

    @Option(names = "--functions", paramLabel = "JAR",
        description = "The functions application (default: the one that the checkout's build makes).")
    private Path jar = Home.resolve("functions/target/quarkus-app/quarkus-run.jar");

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "300",
        description = "How long the functions may take until they are ready (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() {
        Ports.requireFree(port, "Cartwright");
        var launch = dev ? Launch.ofSources() : Launch.ofJar(jar);
        var supervisor = new Supervisor(launch, port, broker, System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "ending"));
        if (supervisor.start(Duration.ofSeconds(patience))) {
            System.out.println(READY.formatted(port));
        }
        supervisor.awaitLoss().ifPresent(System.err::println);
        return 1;
    }
}
