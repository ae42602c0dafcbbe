package dev.cartwright.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything that an operator may set, under {@code cartwright.}. */
@ConfigMapping(prefix = "cartwright")
public interface CartwrightConfig {

    Bigtable bigtable();

    Cache cache();

    Broker broker();

    Rules rules();

    Lanes lanes();

    /** The log. */
    interface Bigtable {

        /** {@code host:port} of an emulator instead of the real thing; also BIGTABLE_EMULATOR_HOST. */
        Optional<String> emulatorHost();

        @WithDefault("local")
        String project();

        @WithDefault("local")
        String instance();

        /** With single-cluster routing and single-row transactions; the instance's default where it is not set. */
        Optional<String> appProfile();

        /** Of every call, its retries included. */
        @WithDefault("5s")
        Duration deadline();

        /** Whether absent tables are made at start, which an administrator of the instance may. */
        @WithDefault("true")
        boolean createTables();

        /** How long to wait for Bigtable at start before giving up. */
        @WithDefault("30s")
        Duration patience();
    }

    /** The cache of subjects. */
    interface Cache {

        /** Also REDIS_URL; {@code rediss} for TLS. */
        URI url();

        /** In PEM; who may sign the server's certificate, where it is none of the public authorities. */
        Optional<String> caCertificate();

        /** Of every call. */
        @WithDefault("4s")
        Duration deadline();
    }

    /** The broker of a laptop. */
    interface Broker {

        /** Also BROKER_REDIS_URL. */
        URI url();

        /** Of every call. */
        @WithDefault("5s")
        Duration deadline();

        /** While so many events wait to be processed, none are taken from outside. */
        @WithDefault("1000000")
        long maxBacklog();
    }

    /** The set of rules. */
    interface Rules {

        /** Grows with every deployment, such as its time in epoch seconds; the age of the rules' code if not set. */
        OptionalLong version();

        /** An event with a longer chain of causes is a dead letter. */
        @WithDefault("32")
        int maxHops();
    }

    /** The loops that commit events. */
    interface Lanes {

        /** Few: the fewer there are, the larger their batches and the smaller the cost of an event. */
        @WithDefault("2")
        int count();

        /** How many deliveries one lane holds before it answers 429. */
        @WithDefault("4096")
        int capacity();

        @WithDefault("256")
        int maxBatch();

        /** How long a decision may take, from loading the state to writing the rows. */
        @WithDefault("4s")
        Duration fence();

        /** After how long a delivery that is not committed is answered 503. */
        @WithDefault("10s")
        Duration patience();

        /** How often a delivery is tried anew when other instances were faster. */
        @WithDefault("10")
        int attempts();

        /** How many histories are folded at a time, beside the lanes. */
        @WithDefault("2")
        int refoldThreads();
    }
}
