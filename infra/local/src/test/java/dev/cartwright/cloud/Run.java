package dev.cartwright.cloud;

import java.util.List;

/** How a command ended, what it printed and what it called. */
record Run(int code, String out, String err, List<Call> calls) {

    /** The first words of the calls that change something, one line each. */
    List<String> changes() {
        return calls.stream().filter(Run::changes).map(Run::summary).toList();
    }

    /** The value of a variable at the last plan of everything. */
    String variable(String name) {
        var prefix = "-var=" + name + "=";
        return calls.stream().filter(call -> call.has(" plan ") && !call.has("-target")).reduce((first, last) -> last)
            .orElseThrow(() -> new AssertionError("nothing was planned:\n" + this))
            .words().stream().filter(word -> word.startsWith(prefix)).findAny()
            .orElseThrow(() -> new AssertionError("no variable " + name)).substring(prefix.length());
    }

    private static boolean changes(Call call) {
        return List.of("buckets create", "buckets update", "services enable", "versions add", "builds submit",
            "storage cp", "storage rm", " apply ").stream().anyMatch(call::has);
    }

    private static String summary(Call call) {
        return call.words().stream().filter(word -> !word.startsWith("-") && !word.contains("/"))
            .reduce((first, next) -> first + " " + next).orElseThrow();
    }
}
