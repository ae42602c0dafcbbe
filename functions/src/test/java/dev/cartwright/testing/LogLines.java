package dev.cartwright.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while this is open. */
public final class LogLines implements AutoCloseable {

    /** One line as an operator sees it. */
    public record Line(Level level, String text, String traceId) {}

    private static final PatternFormatter MESSAGE = new PatternFormatter("%m");

    private final Logger logger;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final ExtHandler handler = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord logged) {
            lines.add(new Line(logged.getLevel(), MESSAGE.format(logged), logged.getMdc("traceId")));
        }
    };

    private LogLines(String name) {
        this.logger = Logger.getLogger(name);
        logger.addHandler(handler);
    }

    public static LogLines of(Class<?> type) {
        return new LogLines(type.getName());
    }

    /** Of every class. */
    public static LogLines ofAll() {
        return new LogLines("");
    }

    public List<Line> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
