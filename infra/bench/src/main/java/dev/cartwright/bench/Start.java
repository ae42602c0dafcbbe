package dev.cartwright.bench;

import java.util.ArrayList;
import java.util.List;

/** A way to start the functions, by the words of the report. */
record Start(String words, List<String> command) {

    List<String> on(Processors processors) {
        var pinned = new ArrayList<>(processors.prefix());
        pinned.addAll(command);
        return pinned;
    }
}
