package dev.cartwright.bench;

import java.util.List;

/** What a process may run on, as an instance in the cloud has it; Linux alone can hold a process to processors. */
enum Processors {

    TWO("0,1", "two processors"), ONE("0", "one processor");

    private final String numbers;
    private final String words;

    Processors(String numbers, String words) {
        this.numbers = numbers;
        this.words = words;
    }

    List<String> prefix() {
        return List.of("taskset", "-c", numbers);
    }

    String words() {
        return words;
    }
}
