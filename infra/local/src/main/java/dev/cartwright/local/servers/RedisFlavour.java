package dev.cartwright.local.servers;

import java.nio.file.Path;
import java.util.List;

/** What a Redis server is for, which decides what it may forget. */
public sealed interface RedisFlavour {
    /** A cache: nothing is written to disk, the least recently used goes when memory is full. */
    record Cache() implements RedisFlavour {
        @Override
        public String title() {
            return "the cache Redis";
        }

        @Override
        public List<String> settings() {
            return List.of("--save", "", "--appendonly", "no",
                "--maxmemory", "512mb", "--maxmemory-policy", "allkeys-lru");
        }
    }

    /** A broker: every write is on disk before it is answered, nothing is evicted, a full memory refuses writes. */
    record Broker(Path directory) implements RedisFlavour {
        @Override
        public String title() {
            return "the broker Redis";
        }

        @Override
        public List<String> settings() {
            return List.of("--save", "", "--appendonly", "yes", "--appendfsync", "always",
                "--dir", directory.toAbsolutePath().toString(),
                "--maxmemory", "2gb", "--maxmemory-policy", "noeviction");
        }
    }

    String title();

    List<String> settings();
}
