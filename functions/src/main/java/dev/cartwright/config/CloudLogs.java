package dev.cartwright.config;

import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;

/** Where logs are JSON they are such as Cloud Logging reads. */
final class CloudLogs {

    void format(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, CartwrightConfig config) {
        format(Logger.getLogger("").getHandlers(), new CloudLogFormatter(config.traces().project()));
    }

    private static void format(Handler[] handlers, CloudLogFormatter formatter) {
        for (var handler : handlers) {
            if (handler.getFormatter() instanceof JsonFormatter) {
                handler.setFormatter(formatter);
            }
            if (handler instanceof ExtHandler parent) {
                format(parent.getHandlers(), formatter);
            }
        }
    }
}
