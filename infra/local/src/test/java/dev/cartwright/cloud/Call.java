package dev.cartwright.cloud;

import java.util.List;
import java.util.stream.Collectors;

/** One call of gcloud, terraform or curl. */
record Call(List<String> words) {
    private static final String BETWEEN_WORDS = "\u001f";
    private static final String BETWEEN_LINES = "\u001e";
    private static final String PLAIN = "[A-Za-z0-9_./:=@%+,-]+";

    static Call parse(String recorded) {
        return new Call(List.of(recorded.replace(BETWEEN_LINES, "\n").split(BETWEEN_WORDS, -1)));
    }

    /** As it would be typed into a shell. */
    String line() {
        return words.stream().map(Call::quoted).collect(Collectors.joining(" "));
    }

    boolean has(String text) {
        return String.join(" ", words).contains(text);
    }

    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
