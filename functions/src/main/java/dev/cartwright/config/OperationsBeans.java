package dev.cartwright.config;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtablePing;
import dev.cartwright.redis.RedisLatestEvents;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisPulses;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.LatestEvents;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.sre.Identity;
import dev.cartwright.sre.Memory;
import dev.cartwright.sre.PassingEvents;
import dev.cartwright.sre.Probe;
import dev.cartwright.sre.Reminders;
import dev.cartwright.sre.Reporter;
import dev.cartwright.sre.Sampler;
import dev.cartwright.views.Estate;
import dev.cartwright.views.ViewNews;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** What an instance tells of itself. */
final class OperationsBeans {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    @Produces
    @Singleton
    Identity identity(CartwrightConfig config, RuleSetVersion rules) {
        var service = config.operations().service();
        var revision = config.operations().revision().orElseGet(() -> rules.hash().substring(0, 12));
        return new Identity(service, service + '.' + UUID.randomUUID().toString().substring(0, 8), revision);
    }

    /** Of its own: while the lanes' wait for a server that hangs, samples must still be taken in time. */
    @Produces
    @Singleton
    @Named("pulses")
    RedisPool pulses(CartwrightConfig config) {
        return new RedisPool("the cache", config.cache().url(), DEADLINE, config.cache().caCertificate());
    }

    void close(@Disposes @Named("pulses") RedisPool pulses) {
        pulses.close();
    }

    @Produces
    @Singleton
    Reporter reporter(Identity identity, MeterRegistry meters, @Named("pulses") RedisPool pulses,
            BigtableDataClient bigtable, IngestPublisher publisher, SubjectReader subjects, Memory memory) {
        var sampler = new Sampler(identity, meters, pulses::ping, new BigtablePing(bigtable, DEADLINE)::ping);
        return new Reporter(identity, sampler, publisher, new RedisPulses(pulses, InstantSource.system()),
                new Reminders(new Estate(subjects)::services), memory, InstantSource.system());
    }

    @Produces
    @Singleton
    LatestEvents latest(@Named("pulses") RedisPool pulses) {
        return new RedisLatestEvents(pulses);
    }

    @Produces
    @Singleton
    PassingEvents passing(LatestEvents latest, ViewNews news) {
        return new PassingEvents(latest, news::passed);
    }

    @Produces
    @Singleton
    Memory memory() {
        return new Memory();
    }

    @Produces
    @Singleton
    Probe probe(Identity identity, Memory memory) {
        return new Probe(identity, memory, InstantSource.system());
    }
}
