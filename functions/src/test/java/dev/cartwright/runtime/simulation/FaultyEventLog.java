package dev.cartwright.runtime.simulation;

import dev.cartwright.rules.Position;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.RowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The event log over a bad network: rows fail one by one, and what takes longer than the deadline never takes effect. */
final class FaultyEventLog implements EventLog {

    private final EventLog log;
    private final Simulator simulator;
    private final FaultyCalls calls;

    FaultyEventLog(EventLog log, Simulator simulator, FaultyCalls calls) {
        this.log = log;
        this.simulator = simulator;
        this.calls = calls;
    }

    @Override
    public List<Appended> append(List<Append> appends, Collection<Published> published) {
        long start = simulator.now();
        List<Appended> answers = new ArrayList<>();
        for (var append : appends) {
            answers.add(append(append, start));
        }
        log.append(List.of(), published);
        calls.mayCrash();
        return answers;
    }

    private Appended append(Append append, long start) {
        calls.takesTime();
        calls.mayCrash();
        boolean tooLate = simulator.now() - start > Faults.DEADLINE.toNanos();
        if (tooLate || simulator.chance(calls.faults().failedRow())) {
            return new Appended.Unknown(new TimeoutException("not written"));
        }
        var answer = log.append(List.of(append), List.of()).get(0);
        return simulator.chance(calls.faults().lostReply())
                ? new Appended.Unknown(new TimeoutException("written, answer lost")) : answer;
    }

    @Override
    public Map<RowKey, LogRow> find(Collection<RowKey> keys) {
        return calls.call(() -> log.find(keys));
    }

    @Override
    public void scan(Collection<String> subjects, Consumer<LogRow> rows) {
        for (var subject : subjects) {
            calls.call(() -> {
                log.scan(List.of(subject), rows);
                return subject;
            });
        }
    }

    @Override
    public List<LogRow> newest(String subject, Position before, int limit) {
        return calls.call(() -> log.newest(subject, before, limit));
    }
}
