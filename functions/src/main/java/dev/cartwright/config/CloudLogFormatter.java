package dev.cartwright.config;

import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;

/**
 * Log lines as Cloud Logging reads them from the output of a container, with their traces: Quarkus' format for it gives
 * these other names, and the application's name for the project's.
 */
final class CloudLogFormatter extends JsonFormatter {

    private final String traces;

    CloudLogFormatter(String project) {
        super(Map.of(Key.LEVEL, "severity", Key.STACK_TRACE, "stack_trace"));
        setExceptionOutputType(ExceptionOutputType.FORMATTED);
        this.traces = "projects/" + project + "/traces/";
    }

    @Override
    protected void after(Generator line, ExtLogRecord logged) throws Exception {
        var trace = logged.getMdc("traceId");
        if (trace != null) {
            line.add("logging.googleapis.com/trace", traces + trace);
        }
        var span = logged.getMdc("spanId");
        if (span != null) {
            line.add("logging.googleapis.com/spanId", span);
        }
    }
}
