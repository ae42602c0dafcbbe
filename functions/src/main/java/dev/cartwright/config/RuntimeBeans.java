package dev.cartwright.config;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.runtime.DeadLetterReport;
import dev.cartwright.runtime.DeadLetteringPublisher;
import dev.cartwright.runtime.DeadLetters;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.LaneSettings;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Runtime;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.SubjectStore;
import dev.cartwright.sre.PassingEvents;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The lanes and what reads beside them. */
final class RuntimeBeans {

    private static final Duration MARGIN = Duration.ofSeconds(1);

    @Produces
    @Singleton
    LaneSettings settings(CartwrightConfig config) {
        var lanes = config.lanes();
        // why: a row that was decided just within the fence is written no later than a deadline after it.
        var abandoned = lanes.fence().plus(config.bigtable().deadline()).plus(MARGIN);
        return new LaneSettings(lanes.count(), lanes.capacity(), lanes.maxBatch(), lanes.fence(), abandoned,
                lanes.patience(), lanes.attempts(), lanes.refoldThreads());
    }

    @Produces
    @Singleton
    LaneMeters meters(MeterRegistry registry, EventCatalog catalog) {
        return new LaneMeters(registry, catalog);
    }

    @Produces
    @Singleton
    DeadLetterReport deadLetterReport(LaneMeters meters) {
        return new DeadLetterReport(meters);
    }

    @Produces
    @Singleton
    @Typed(DeadLetteringPublisher.class)
    DeadLetteringPublisher followUps(Publisher publisher, DeadLetters letters, DeadLetterReport report) {
        return new DeadLetteringPublisher(publisher, letters, report);
    }

    @Produces
    @Singleton
    Runtime runtime(Engine engine, Events events, RuleSetVersion version, EventLog log, SubjectStore store,
            DeadLetteringPublisher publisher, LaneSettings settings, LaneMeters meters, EventSpans spans,
            PassingEvents passing) {
        return new Runtime(engine, events, version, log, store, publisher, settings, meters, spans,
                System::nanoTime, passing);
    }

    @Produces
    @Singleton
    Lanes lanes(Runtime runtime) {
        return new Lanes(runtime);
    }

    @Produces
    @Singleton
    SubjectReader reader(Runtime runtime) {
        return new SubjectReader(runtime);
    }
}
