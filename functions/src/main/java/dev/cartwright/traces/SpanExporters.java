package dev.cartwright.traces;

import com.google.auth.oauth2.GoogleCredentials;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/** Exporters of the OpenTelemetry protocol, with a deadline for every export. */
public final class SpanExporters {

    private static final URI GOOGLE = URI.create("https://telemetry.googleapis.com");
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private SpanExporters() {}

    /** To the collector at this address. */
    public static SpanExporter otlp(URI collector, Duration deadline) {
        return exporter(collector, deadline).build();
    }

    /** To Google's own collector, whence Cloud Trace has them. */
    public static SpanExporter cloudTrace(Duration deadline) {
        try {
            return withCredentials(GOOGLE, deadline, GoogleCredentials.getApplicationDefault().createScoped(SCOPE));
        } catch (IOException e) {
            throw new UncheckedIOException("cartwright.traces.exporter is cloud-trace, but there are no credentials of "
                    + "Google Cloud", e);
        }
    }

    static SpanExporter withCredentials(URI collector, Duration deadline, GoogleCredentials credentials) {
        return exporter(collector, deadline).setHeaders(new GoogleHeaders(collector, credentials)).build();
    }

    private static OtlpHttpSpanExporterBuilder exporter(URI collector, Duration deadline) {
        return OtlpHttpSpanExporter.builder().setEndpoint(collector + "/v1/traces").setTimeout(deadline)
                .setConnectTimeout(deadline).setCompression("gzip");
    }
}
