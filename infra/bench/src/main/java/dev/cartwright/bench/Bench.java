package dev.cartwright.bench;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Measures one part after another, each on servers of its own, and the two loads that are compared on the same ones. */
final class Bench {

    private static final List<Integer> BATCHES = List.of(16, 64, 256);
    private static final int LATENCY_SUBJECTS = 300;

    /**
     * How hard it is loaded.
     *
     * @param seconds that each figure is measured for at the most
     * @param inFlight requests at the same time, straight to the functions
     * @param onTheirWay events at the same time between ingest and commit
     */
    record Load(int warmUp, int seconds, int inFlight, int onTheirWay) {

        Window.Limits limits(int events) {
            return new Window.Limits(warmUp, events, Duration.ofSeconds(seconds));
        }

        Duration patience() {
            return Duration.ofSeconds(3L * seconds);
        }
    }

    /** What can be run without the rest. */
    enum Stage {
        END_TO_END, STRAIGHT, BARE_SERVER, BARE_LOOP
    }

    private final Source source;
    private final List<CloudEvent> events;
    private final Load load;
    private final Report report;

    Bench(Source source, Load load, Report report) {
        this.source = source;
        this.events = source.read();
        this.load = load;
        this.report = report;
    }

    void run(Set<Stage> stages) throws InterruptedException {
        for (var stage : stages) {
            switch (stage) {
                case END_TO_END -> endToEnd();
                case STRAIGHT -> straight();
                case BARE_SERVER -> bareServer();
                case BARE_LOOP -> bareLoop();
            }
        }
    }

    private void endToEnd() throws InterruptedException {
        report.progress("End to end");
        try (var stores = new Stores(); var whole = Application.whole(stores); var stream = new EventStream(stores.broker())) {
            var window = new Window(stores.watchedBy(whole.cpu()), load.limits(events.size()), whole::processed);
            var ingest = new IngestLoad(whole.url(), stream, load.onTheirWay(), window);
            ingest.run(events);
            try (var clients = stores.clients()) {
                report.add(Part.END_TO_END, window.figure().with(
                        CommitTimes.of(clients.log(), demanded(ingest.sentAt()), ingest.sentAt())));
            }
            report.add(Part.SPREAD_END_TO_END, ingested(Demand.SPREAD, whole, stores, stream));
            report.add(Part.HOT_END_TO_END, ingested(Demand.HOT, whole, stores, stream));
        }
    }

    private Figure ingested(Demand demand, Application whole, Stores stores, EventStream stream) throws InterruptedException {
        var window = new Window(stores.watchedBy(whole.cpu()), load.limits(events.size()), whole::processed);
        new IngestLoad(whole.url(), stream, load.onTheirWay(), window).run(demand.events(events.size()));
        return window.figure();
    }

    /** Subjects of some follow-ups of the events that were sent then. */
    private List<String> demanded(Map<String, Instant> sentAt) {
        var subjects = Preparation.ofEvents(events.stream().filter(event -> sentAt.containsKey(event.getId())).toList())
                .stream().flatMap(event -> event.publications().stream())
                .map(followUp -> followUp.event().getSubject()).distinct().collect(Collectors.toList());
        Collections.shuffle(subjects, new Random(1));
        return subjects.subList(0, Math.min(LATENCY_SUBJECTS, subjects.size()));
    }

    private void straight() {
        report.progress("Straight to the functions");
        try (var stores = new Stores(); var functions = Application.functions(stores)) {
            report.add(Part.STRAIGHT, posted(events, CloudEvent::getSubject, functions, stores));
            report.add(Part.SPREAD, posted(Demand.SPREAD.events(events.size()), CloudEvent::getSubject, functions, stores));
            // Nobody waits for anybody before a hot product.
            report.add(Part.HOT, posted(Demand.HOT.events(events.size()), CloudEvent::getId, functions, stores));
        }
    }

    private void bareServer() {
        report.progress("The bare server");
        try (var stores = new Stores(); var server = Application.bareServer(stores, source)) {
            report.add(Part.BARE_SERVER, posted(events, CloudEvent::getSubject, server, stores));
        }
    }

    private Figure posted(List<CloudEvent> some, Function<CloudEvent, String> line, Application server, Stores stores) {
        var feed = new Feed(some.stream().map(event -> Request.of(event, line.apply(event))).toList());
        var window = new Window(stores.watchedBy(server.cpu()), load.limits(some.size()));
        return HttpLoad.run(server.port(), load.inFlight(), feed, window, load.patience());
    }

    private void bareLoop() {
        var prepared = Preparation.withFollowUps(events, 2 * events.size());
        for (int batch : BATCHES) {
            report.progress("The bare loop in batches of " + batch);
            try (var stores = new Stores(); var clients = stores.clients()) {
                var cpu = stores.watchedBy(new Cpu().with("functions", ProcessHandle.current().pid()));
                report.add(Part.bareLoop(batch),
                        new BareLoop(prepared, batch, new Window(cpu, load.limits(prepared.size()))).run(clients));
            }
        }
    }
}
