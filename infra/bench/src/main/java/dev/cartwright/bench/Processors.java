package dev.cartwright.bench;

import java.util.List;

/** What a process may run on: all that there is, or one processor, as the smallest instance in the cloud has. */
enum Processors {

    ALL(List.of()), ONE(List.of("taskset", "-c", "0"));

    private final List<String> prefix;

    Processors(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    String words() {
        return this == ONE ? "one processor" : Runtime.getRuntime().availableProcessors() + " processors";
    }
}
