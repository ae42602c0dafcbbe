package dev.cartwright.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.Json;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class CloudLogFormatterTest {

    private final CloudLogFormatter formatter = new CloudLogFormatter("my-shop");

    @Test
    void line_tells_its_trace_as_cloud_logging_reads_it() {
        var logged = new ExtLogRecord(Level.SEVERE, "A request failed", "test");
        logged.putMdc("traceId", "0af7651916cd43dd8448eb211c80319c");
        logged.putMdc("spanId", "b7ad6b7169203331");
        var line = line(logged);
        assertThat(line.path("logging.googleapis.com/trace").asText())
                .isEqualTo("projects/my-shop/traces/0af7651916cd43dd8448eb211c80319c");
        assertThat(line.path("logging.googleapis.com/spanId").asText()).isEqualTo("b7ad6b7169203331");
        assertThat(line.path("message").asText()).isEqualTo("A request failed");
    }

    @Test
    void severity_and_stack_trace_have_the_names_that_error_reporting_knows() {
        var logged = new ExtLogRecord(org.jboss.logmanager.Level.ERROR, "A batch failed", "test");
        logged.setThrown(new IllegalStateException("why"));
        var line = line(logged);
        assertThat(line.path("severity").asText()).isEqualTo("ERROR");
        assertThat(line.path("stack_trace").asText()).contains("java.lang.IllegalStateException: why");
        assertThat(line.has("logging.googleapis.com/trace")).isFalse();
    }

    private JsonNode line(ExtLogRecord logged) {
        try {
            return Json.MAPPER.readTree(formatter.format(logged));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
