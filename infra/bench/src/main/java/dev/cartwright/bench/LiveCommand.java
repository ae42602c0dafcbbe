package dev.cartwright.bench;

import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how soon those who watch are told, and what each of them costs. */
@Command(name = "live", mixinStandardHelpOptions = true,
        description = {"Measures live streams, all on one instance.",
            "It prints how soon they are told what is published, how soon an event that is posted, and how much of the heap "
                    + "each takes."})
final class LiveCommand implements Callable<Integer> {

    private static final Pattern FILES = Pattern.compile("(?m)^Max open files +\\d+ +(\\d+)");
    private static final int OTHER_FILES = 1000;
    private static final int STREAMS_A_SUBJECT = 5;
    private static final int WARM_UP_SECONDS = 10;
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final String LINE = "%-62s %8s   aim: %s%s%n";

    @Option(names = "--streams", paramLabel = "N", defaultValue = "5000",
            description = "Open at the same time, five of a subject (default: ${DEFAULT-VALUE}).")
    private int streams;

    @Option(names = "--messages", paramLabel = "N", defaultValue = "1000",
            description = "Published in a second, each to one subject (default: ${DEFAULT-VALUE}).")
    private int messages;

    @Option(names = "--events", paramLabel = "N", defaultValue = "50",
            description = "Posted in a second, end to end (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20",
            description = "How long each is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        checkFiles();
        var load = new LiveLoad(this::subject);
        say("Starting");
        try (var stores = new Stores(); var clients = stores.clients(); var whole = Application.whole(stores, settings());
                var watchers = new LiveClients(whole.port(), this::subject, load::heard)) {
            long before = LiveHeap.of(whole.functions());
            say("Opening %,d streams".formatted(streams));
            watchers.connect(streams);
            long heap = (LiveHeap.of(whole.functions()) - before) / streams;
            say("Publishing %,d messages a second to %d streams each".formatted(messages, STREAMS_A_SUBJECT));
            load.publish(clients.cache(), messages, Duration.ofSeconds(WARM_UP_SECONDS));
            load.published().measure();
            load.publish(clients.cache(), messages, Duration.ofSeconds(seconds));
            awaitAll(load.published(), messages);
            say("Posting %,d events a second".formatted(events));
            load.post(whole.url(), events, Duration.ofSeconds(WARM_UP_SECONDS));
            load.accepted().measure();
            load.post(whole.url(), events, Duration.ofSeconds(seconds));
            awaitAll(load.accepted(), events);
            print(load, heap, watchers.lost());
            if (load.refusal() != null) {
                throw new UserError(load.refusal());
            }
        }
        return 0;
    }

    private void awaitAll(Samples heard, int perSecond) {
        Waiting.until(LATE, () -> heard.count() >= heardOf(perSecond));
    }

    private long heardOf(int perSecond) {
        return (long) perSecond * seconds * STREAMS_A_SUBJECT;
    }

    private String subject(int number) {
        return "user/live-" + number % Math.max(1, streams / STREAMS_A_SUBJECT);
    }

    private Map<String, String> settings() {
        var most = Integer.toString(streams + 1);
        return Map.of("CARTWRIGHT_HTTP_LIVE_MAX_STREAMS", most, "CARTWRIGHT_HTTP_LIVE_MAX_PER_SERVICE", most,
                "QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", Integer.toString(2 * streams + OTHER_FILES));
    }

    /** A Java process takes as many as it is allowed at the most, by itself. */
    private void checkFiles() throws IOException {
        var limits = Path.of("/proc/self/limits");
        var most = FILES.matcher(Files.exists(limits) ? Files.readString(limits) : "");
        if (most.find() && Long.parseLong(most.group(1)) < streams + OTHER_FILES) {
            throw new UserError("%,d streams need %,d open files, and a process here may have %s: raise nofile in "
                    .formatted(streams, streams + OTHER_FILES, most.group(1))
                    + "/etc/security/limits.conf and log in again, or ask for fewer with --streams");
        }
    }

    private void print(LiveLoad load, long heap, int lost) {
        var published = load.published().latency();
        var accepted = load.accepted().latency();
        System.out.printf(Locale.ROOT, "%n%,d streams, %,d of them cut off; %,d messages heard of %,d; of posted events %,d of %,d%n%n",
                streams, lost, load.published().count(), heardOf(messages),
                load.accepted().count(), heardOf(events));
        line("published to heard, p50 ms", published.p50(), 250);
        line("published to heard, p99 ms", published.p99(), 250);
        line("posted to heard, p50 ms", accepted.p50(), 50);
        line("posted to heard, p99 ms", accepted.p99(), 250);
        line("heap of a stream, KB", heap / 1024.0, 20);
    }

    private static void line(String words, double value, double aim) {
        System.out.printf(Locale.ROOT, LINE, words, "%.1f".formatted(value), "< " + (int) aim,
                value < aim ? "" : "   MISSED");
    }

    private static void say(String words) {
        System.out.println(words + " ...");
    }
}
