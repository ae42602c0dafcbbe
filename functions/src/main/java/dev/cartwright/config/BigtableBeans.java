package dev.cartwright.config;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtableClients;
import dev.cartwright.bigtable.BigtableDeadLetters;
import dev.cartwright.bigtable.BigtableEventLog;
import dev.cartwright.bigtable.BigtableStamps;
import dev.cartwright.bigtable.BigtableSubjectFinder;
import dev.cartwright.bigtable.BigtableTarget;
import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.runtime.DeadLetters;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Stamps;
import dev.cartwright.runtime.SubjectFinder;
import dev.cartwright.runtime.TracedPublisher;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** What is kept in Bigtable. */
final class BigtableBeans {

    @Produces
    @Singleton
    BigtableTarget target(CartwrightConfig config) {
        var bigtable = config.bigtable();
        return new BigtableTarget(bigtable.emulatorHost().filter(host -> !host.isBlank()), bigtable.project(),
                bigtable.instance(), bigtable.appProfile(), bigtable.deadline());
    }

    @Produces
    @Singleton
    BigtableDataClient client(BigtableTarget target) {
        return GiveUp.unless(() -> BigtableClients.data(target));
    }

    @Produces
    @Singleton
    EventLog log(BigtableDataClient client, BigtableTarget target) {
        return new BigtableEventLog(client, target.deadline(), Set.of(InstanceEvent.KIND));
    }

    @Produces
    @Singleton
    SubjectFinder finder(BigtableDataClient client, BigtableTarget target) {
        return new BigtableSubjectFinder(client, target.deadline());
    }

    @Produces
    @Singleton
    Stamps stamps(BigtableDataClient client, BigtableTarget target) {
        return new BigtableStamps(client, target.deadline(), Clock.systemUTC());
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(BigtableDataClient client, BigtableTarget target, Publisher publisher, EventSpans spans) {
        return new BigtableDeadLetters(client, target.deadline(), new TracedPublisher(publisher, spans));
    }
}
