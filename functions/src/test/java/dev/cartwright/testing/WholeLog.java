package dev.cartwright.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that everybody logs while this is open, as it is written: messages, contexts and stack traces. */
public final class WholeLog implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final PatternFormatter EVERYTHING = new PatternFormatter("%p %c (%t) %X %m%n%e");

    private record Line(String logger, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord logged) {
            lines.add(new Line(logged.getLoggerName(), EVERYTHING.format(logged)));
        }

        @Override
        public boolean isLoggable(LogRecord logged) {
            return logged.getLevel().intValue() >= Level.INFO.intValue();
        }
    };

    private WholeLog() {
        ROOT.addHandler(handler);
    }

    public static WholeLog open() {
        return new WholeLog();
    }

    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining());
    }

    /** What one class logged. */
    public List<String> lines(Class<?> logger) {
        return lines.stream().filter(line -> line.logger.equals(logger.getName())).map(Line::text).toList();
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
    }
}
