package dev.cartwright.bench;

import dev.cartwright.image.ImageBuild;
import dev.cartwright.image.ImageTree;
import dev.cartwright.image.Jdk;
import dev.cartwright.image.Launch;
import dev.cartwright.local.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long after its start a process has processed its first event, and what that takes. */
@Command(name = "startup", mixinStandardHelpOptions = true,
        description = {"Measures the time from the start of a process to its first processed event.",
            "Log and cache are connected by then; plain, and as the image runs it. It needs a JDK 25, and makes the image's files first."})
final class StartupCommand implements Callable<Integer> {

    @Option(names = "--runs", paramLabel = "N", defaultValue = "10",
            description = "Of each way to start, one after another in turn (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--trained", description = "Take the image's files as they were made last.")
    private boolean trained;

    @Override
    public Integer call() {
        var jdk = Jdk.require();
        var report = new StartupReport(System.out);
        report.progress("Making the image's files");
        var build = new ImageBuild();
        var starts = starts(jdk, trained ? build.tree() : build.train(jdk));
        try (var stores = new Stores()) {
            stores.clients().close();
            var cold = new ColdStart(stores.addresses());
            for (var processors : Processors.values()) {
                report.progress("Starting " + starts.size() * (runs + 1) + " times on " + processors.words());
                measure(starts, processors, cold, report);
            }
        }
        report.print();
        return 0;
    }

    private void measure(List<Start> starts, Processors processors, ColdStart cold, StartupReport report) {
        starts.forEach(start -> cold.measure(start.on(processors)));
        for (int run = 0; run < runs; run++) {
            for (var start : starts) {
                report.add(start, processors, cold.measure(start.on(processors)));
            }
        }
    }

    private static List<Start> starts(Jdk jdk, ImageTree tree) {
        var quick = new ArrayList<>(Launch.inService(tree.root()));
        quick.add(1, "-XX:TieredStopAtLevel=1");
        return List.of(new Start("plain", List.of(jdk.tool("java").toString(), "-jar",
                        Home.resolve("functions/target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString())),
                new Start("image", Launch.inService(tree.root())), new Start("image, quick compiler alone", quick));
    }
}
