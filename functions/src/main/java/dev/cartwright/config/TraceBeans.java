package dev.cartwright.config;

import dev.cartwright.config.CartwrightConfig.Traces.Exporter;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.traces.EventPropagator;
import dev.cartwright.traces.PrivateSpans;
import dev.cartwright.traces.SpanExporters;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Spans, which of them are kept, and where they go; with the exporter none, all but the first is never made. */
final class TraceBeans {

    /** Often: an instance has CPU for it only while it has requests. */
    private static final Duration EXPORT_EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 512;
    private static final AttributeKey<String> PROJECT = AttributeKey.stringKey("gcp.project_id");

    @Produces
    @Singleton
    EventSpans spans(OpenTelemetry telemetry, CartwrightConfig config) {
        return config.traces().exporter() == Exporter.NONE ? EventSpans.NONE
                : new EventSpans(telemetry.getTracer("dev.cartwright"), system(config.broker().kind()));
    }

    /** The conventions' name for the broker. */
    private static String system(CartwrightConfig.Broker.Kind broker) {
        return switch (broker) {
            case REDIS -> "redis";
            case PUBSUB -> "gcp_pubsub";
            case KNATIVE -> "knative";
        };
    }

    @Produces
    @Singleton
    TextMapPropagatorCustomizer propagation() {
        return known -> TextMapPropagator.composite(known.propagator(), new EventPropagator());
    }

    @Produces
    @Singleton
    Sampler sampler(CartwrightConfig config) {
        return Sampler.parentBased(Sampler.traceIdRatioBased(config.traces().ratio()));
    }

    @Produces
    @Singleton
    SpanProcessor processor(CartwrightConfig config) {
        var traces = config.traces();
        var exporter = GiveUp.unless(() -> traces.exporter() == Exporter.CLOUD_TRACE
                ? SpanExporters.cloudTrace(traces.deadline())
                : SpanExporters.otlp(traces.endpoint(), traces.deadline()));
        return BatchSpanProcessor.builder(new PrivateSpans(exporter)).setMaxQueueSize(traces.maxWaiting())
                .setMaxExportBatchSize(Math.min(AT_ONCE, traces.maxWaiting())).setExporterTimeout(traces.deadline())
                .setScheduleDelay(EXPORT_EVERY).build();
    }

    @Produces
    @Singleton
    Resource resource(CartwrightConfig config) {
        return Resource.create(Attributes.of(PROJECT, config.traces().project()));
    }
}
