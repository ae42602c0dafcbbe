package dev.cartwright.runtime.memory;

import dev.cartwright.runtime.EventLog;
import dev.cartwright.testing.EventLogContract;

class InMemoryEventLogTest extends EventLogContract {

    private final EventLog log = new InMemoryEventLog();

    @Override
    protected EventLog log() {
        return log;
    }
}
