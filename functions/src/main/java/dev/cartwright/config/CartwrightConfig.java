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

    Live live();

    Views views();

    Traces traces();

    Operations operations();

    AlertsConfig alerts();

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

        /** How long an instance counts as starting until the cache has answered; after that it works as it can. */
        @WithDefault("2m")
        Duration patience();
    }

    /** What carries events to the functions. */
    interface Broker {

        /** What it is. */
        enum Kind {
            /** Redis Streams, on a laptop. */
            REDIS,
            /** Google Cloud Pub/Sub. */
            PUBSUB,
            /** The sink that Knative Eventing names. */
            KNATIVE
        }

        @WithDefault("redis")
        Kind kind();

        /** Of Redis; also BROKER_REDIS_URL. */
        URI url();

        /** Of Redis: while so many events wait to be processed, none are taken from outside. */
        @WithDefault("1000000")
        long maxBacklog();

        /** Of Pub/Sub: whose topic it is. */
        Optional<String> project();

        /** Of Pub/Sub: where events are published. */
        @WithDefault("events")
        String topic();

        /** {@code host:port} of a Pub/Sub emulator instead of the real thing; also PUBSUB_EMULATOR_HOST. */
        Optional<String> emulatorHost();

        /** Of Knative: where events are sent; as K_SINK, which a SinkBinding sets. */
        Optional<URI> sink();

        /** Of Knative: extensions that every event gets, {@code {"extensions":{…}}}; as K_CE_OVERRIDES. */
        Optional<String> ceOverrides();

        /** Of every call, its retries included. */
        @WithDefault("5s")
        Duration deadline();
    }

    /** The set of rules. */
    interface Rules {

        /** Grows with every deployment, such as its time in epoch seconds; the age of the rules' code if not set. */
        OptionalLong version();

        /** An event with a longer chain of causes is a dead letter. */
        @WithDefault("32")
        int maxHops();

        /** Where the sources can be read, for links, such as {@code https://github.com/acme/shop/blob/main/}. */
        Optional<URI> sources();
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

    /** What is told to those who watch. */
    interface Live {

        /** Whether this instance serves watchers; where none does, nothing is made or kept for them. */
        @WithDefault("true")
        boolean enabled();

        /** How many messages of a channel are kept, so that a watcher that was away gets what it missed. */
        @WithDefault("256")
        int history();

        /** How long they are kept after the last watcher has gone. */
        @WithDefault("1h")
        Duration life();

        /** How many channels may be followed at a time on an instance, each watcher of a channel counted. */
        @WithDefault("100000")
        int maxFollowers();

        /** How often channels on which nothing was heard are compared with what is kept. */
        @WithDefault("25s")
        Duration checkEvery();
    }

    /** What can be asked of many subjects at once. */
    interface Views {

        /** How old an answer may be; whoever asks sooner gets the same one. */
        @WithDefault("500ms")
        Duration age();
    }

    /** The traces of events, from the request that brought them to the last follow-up. */
    interface Traces {

        /** Where spans go. */
        enum Exporter {
            /** There are none. */
            NONE,
            /** To a collector that speaks OTLP over HTTP. */
            OTLP,
            /** To Google Cloud, which speaks it, too, as the service account that the instance runs as. */
            CLOUD_TRACE
        }

        @WithDefault("none")
        Exporter exporter();

        /** Of the collector; also OTEL_EXPORTER_OTLP_ENDPOINT. */
        URI endpoint();

        /** Of Google Cloud, where log lines find their traces, too; Bigtable's where it is not set. */
        @WithDefault("${cartwright.bigtable.project}")
        String project();

        /** The share that is kept of the traces that begin here; one that began elsewhere goes on as its sender decided. */
        @WithDefault("0.05")
        double ratio();

        /** Of every export, its retries included. */
        @WithDefault("10s")
        Duration deadline();

        /** How many spans wait to be exported; those beyond are dropped. */
        @WithDefault("2048")
        int maxWaiting();
    }

    /** What instances tell of themselves. */
    interface Operations {

        /** Whether this one tells anything. */
        @WithDefault("true")
        boolean report();

        /** What it is an instance of; also K_SERVICE. */
        String service();

        /** What it was made of; also K_REVISION; a hash of the rules where it is not set. */
        Optional<String> revision();
    }
}
