package dev.cartwright.local.supervisor;

import dev.cartwright.local.pubsub.PubSubTopic;
import java.util.Map;

/** Which servers the environment names; those that it does not are started here. */
record Settings(Map<String, String> environment) {
    static final String EMULATOR = "BIGTABLE_EMULATOR_HOST";
    static final String CACHE = "REDIS_URL";
    static final String BROKER = "BROKER_REDIS_URL";
    static final String BROKER_KIND = "CARTWRIGHT_BROKER_KIND";
    static final String BROKER_PROJECT = "CARTWRIGHT_BROKER_PROJECT";
    static final String BROKER_TOPIC = "CARTWRIGHT_BROKER_TOPIC";
    static final String PUBSUB_EMULATOR = "PUBSUB_EMULATOR_HOST";

    private static final String PROJECT = "CARTWRIGHT_BIGTABLE_PROJECT";
    private static final String INSTANCE = "CARTWRIGHT_BIGTABLE_INSTANCE";

    boolean has(String name) {
        return !get(name).isBlank();
    }

    String get(String name) {
        return environment.getOrDefault(name, "");
    }

    PubSubTopic topicAt(String emulator) {
        return new PubSubTopic(emulator, has(BROKER_PROJECT) ? get(BROKER_PROJECT) : "local",
            has(BROKER_TOPIC) ? get(BROKER_TOPIC) : "events");
    }

    boolean namesABigtable() {
        return has(EMULATOR) || has(PROJECT) && has(INSTANCE);
    }
}
