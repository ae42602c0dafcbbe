package dev.cartwright.bench;

import dev.cartwright.local.Cartwright;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures Cartwright on this machine, beside what the machine could do at the most. */
@Command(name = "deploy.sh bench", mixinStandardHelpOptions = true,
        subcommands = {BareServer.class, LiveCommand.class, StartupCommand.class}, synopsisSubcommandLabel = "[live|startup]",
        description = {"Measures how many events a second Cartwright takes on this machine, and prints each figure beside "
                + "what the same stores and the same requests allow without it. It takes some minutes."})
public final class BenchCommand implements Callable<Integer> {

    @Mixin
    private Source source;

    @Option(names = "--seconds-bound", paramLabel = "N", defaultValue = "30",
            description = "How long each figure is measured at the most (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "40000",
            description = "Events before anything is measured (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--in-flight", paramLabel = "N", defaultValue = "256",
            description = "Requests at the same time, straight to the functions (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--on-their-way", paramLabel = "N", defaultValue = "8192",
            description = "Events at the same time between ingest and commit (default: ${DEFAULT-VALUE}).")
    private int onTheirWay;

    @Option(names = "--only", paramLabel = "STAGE", split = ",",
            description = "Only these of ${COMPLETION-CANDIDATES}; ratios need both of their sides.")
    private Set<Bench.Stage> stages = EnumSet.allOf(Bench.Stage.class);

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write all figures as JSON.")
    private Path json;

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(Cartwright.commandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var report = new Report(System.out);
        report.progress("Measuring with " + source.describe());
        new Bench(source, new Bench.Load(warmUp, seconds, inFlight, onTheirWay), report).run(stages);
        report.print();
        if (json != null) {
            report.write(json);
        }
        return 0;
    }
}
