package dev.cartwright.bench;

import dev.cartwright.local.Home;
import dev.cartwright.local.servers.StoreServers;
import java.net.URI;
import java.util.Map;

/** A fresh log, cache and broker, and what is measured of them. */
final class Stores implements AutoCloseable {

    private final StoreServers servers = new StoreServers(
            Home.resolve("infra/bench/target/broker-" + ProcessHandle.current().pid()));

    /** By the names that the functions know them by. */
    Map<String, String> addresses() {
        return servers.addresses();
    }

    URI broker() {
        return URI.create(servers.broker().url());
    }

    /** Adds their processes to what is looked at. */
    Cpu watchedBy(Cpu cpu) {
        return cpu.with("Bigtable", servers.emulator().pid()).with("Redis", servers.cache().pid())
                .with("Redis", servers.broker().pid());
    }

    StoreClients clients() {
        return StoreClients.of(addresses());
    }

    @Override
    public void close() {
        servers.close();
    }
}
