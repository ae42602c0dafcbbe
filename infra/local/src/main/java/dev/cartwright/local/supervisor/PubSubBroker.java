package dev.cartwright.local.supervisor;

import dev.cartwright.local.pubsub.PubSubTopic;
import dev.cartwright.local.pubsub.Topology;
import dev.cartwright.local.servers.PubSubEmulator;
import dev.cartwright.local.servers.ServerStartException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;

/** Google's Pub/Sub emulator, which delivers by itself. */
record PubSubBroker(PubSubTopic topic, Topology topology, boolean adopted) implements Broker {
    private static final Logger LOG = System.getLogger(PubSubBroker.class.getName());

    static PubSubBroker between(PubSubTopic topic, URI functions) {
        return new PubSubBroker(topic, new Topology(topic, functions), false);
    }

    /** Starts an emulator, which knows nothing of what an earlier one had. */
    PubSubEmulator startEmulator(int port) {
        var emulator = PubSubEmulator.start(port);
        try {
            topology.create();
            return emulator;
        } catch (RuntimeException e) {
            emulator.close();
            throw new ServerStartException("The Pub/Sub emulator started, but " + e.getMessage(), e);
        }
    }

    /** Uses an emulator that is running. */
    PubSubBroker adopt() {
        try {
            topology.create();
            return new PubSubBroker(topic, topology, true);
        } catch (RuntimeException e) {
            throw new ServerStartException("PUBSUB_EMULATOR_HOST is %s, where no Pub/Sub emulator can be used: %s"
                .formatted(topic.emulator(), e.getMessage()), e);
        }
    }

    @Override
    public URI address() {
        return topic.uri();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(Settings.BROKER_KIND, BrokerKind.PUBSUB.toString(), Settings.PUBSUB_EMULATOR, topic.emulator(),
            Settings.BROKER_PROJECT, topic.project(), Settings.BROKER_TOPIC, topic.name());
    }

    /** An emulator that ends with the functions needs no farewell. */
    @Override
    public void stopDelivering() {
        if (!adopted) {
            return;
        }
        try {
            topology.pause();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The Pub/Sub emulator still delivers to {0}: {1}", topology.functions(), e.getMessage());
        }
    }
}
