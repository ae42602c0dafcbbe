package dev.cartwright.local.supervisor;

import java.util.Map;

/** Which servers the environment names; those that it does not are started here. */
record Settings(Map<String, String> environment) {
    static final String EMULATOR = "BIGTABLE_EMULATOR_HOST";
    static final String CACHE = "REDIS_URL";
    static final String BROKER = "BROKER_REDIS_URL";

    private static final String PROJECT = "CARTWRIGHT_BIGTABLE_PROJECT";
    private static final String INSTANCE = "CARTWRIGHT_BIGTABLE_INSTANCE";

    boolean has(String name) {
        return !get(name).isBlank();
    }

    String get(String name) {
        return environment.getOrDefault(name, "");
    }

    boolean namesABigtable() {
        return has(EMULATOR) || has(PROJECT) && has(INSTANCE);
    }
}
