package dev.cartwright.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processor time that groups of processes have used. For one thread. */
final class Cpu {

    private final Map<String, List<ProcessHandle>> groups = new LinkedHashMap<>();

    Cpu with(String group, long pid) {
        ProcessHandle.of(pid).ifPresent(process ->
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(process));
        return this;
    }

    /** Since the processes were started, by group. */
    Map<String, Duration> used() {
        Map<String, Duration> used = new LinkedHashMap<>();
        groups.forEach((name, processes) -> used.put(name, processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus)));
        return used;
    }
}
