package dev.cartwright.runtime;

import dev.cartwright.rules.Subjects;
import io.cloudevents.CloudEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.incubating.CloudeventsIncubatingAttributes;
import io.opentelemetry.semconv.incubating.MessagingIncubatingAttributes;
import java.util.List;
import java.util.Locale;

/**
 * The spans of events, as OpenTelemetry's conventions for messaging and CloudEvents have them. All spans of an event are
 * of the trace that its extension tells, where it tells one. Thread-safe.
 */
public final class EventSpans {

    /** Traces nothing. */
    public static final EventSpans NONE = new EventSpans(TracerProvider.noop().get(""), "", false);

    private static final String DESTINATION = "events";
    // Of a subject no more than its kind: its id may be a person's.
    private static final AttributeKey<String> SUBJECT_KIND = AttributeKey.stringKey("cartwright.subject.kind");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("cartwright.outcome");

    private final Tracer tracer;
    private final String system;
    private final boolean on;

    /** @param system the broker, under the conventions' name for it */
    public EventSpans(Tracer tracer, String system) {
        this(tracer, system, true);
    }

    private EventSpans(Tracer tracer, String system, boolean on) {
        this.tracer = tracer;
        this.system = system;
        this.on = on;
    }

    boolean areOn() {
        return on;
    }

    /** From its coming in until it is committed. */
    Span process(CloudEvent event, SpanContext carrier) {
        return start("process", SpanKind.CONSUMER, event, carrier);
    }

    /** Until the broker has it for good; none for an event that belongs to no trace. */
    Span publish(CloudEvent event, SpanContext carrier) {
        return carrier.isValid() || event.getExtension(Extensions.TRACEPARENT) != null
                ? start("publish", SpanKind.PRODUCER, event, carrier) : Span.getInvalid();
    }

    private Span start(String operation, SpanKind kind, CloudEvent event, SpanContext carrier) {
        if (!on) {
            return Span.getInvalid();
        }
        var own = Trace.origin(event);
        boolean elsewhere = own.isValid() && !own.getTraceId().equals(carrier.getTraceId());
        // The conventions name the destination; there is but one, and its type tells more.
        var span = tracer.spanBuilder(operation + ' ' + event.getType()).setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(elsewhere ? own : carrier)));
        if (elsewhere && carrier.isValid()) {
            span.addLink(carrier);
        }
        return described(span.startSpan(), operation, event);
    }

    private Span described(Span span, String operation, CloudEvent event) {
        if (span.isRecording()) {
            span.setAttribute(MessagingIncubatingAttributes.MESSAGING_SYSTEM, system)
                    .setAttribute(MessagingIncubatingAttributes.MESSAGING_DESTINATION_NAME, DESTINATION)
                    .setAttribute(MessagingIncubatingAttributes.MESSAGING_OPERATION_NAME, operation)
                    .setAttribute(MessagingIncubatingAttributes.MESSAGING_OPERATION_TYPE,
                            operation.equals("publish") ? "send" : operation)
                    .setAttribute(CloudeventsIncubatingAttributes.CLOUDEVENTS_EVENT_ID, event.getId())
                    .setAttribute(CloudeventsIncubatingAttributes.CLOUDEVENTS_EVENT_SOURCE, event.getSource().toString())
                    .setAttribute(CloudeventsIncubatingAttributes.CLOUDEVENTS_EVENT_TYPE, event.getType())
                    .setAttribute(SUBJECT_KIND, Subjects.kind(event.getSubject()));
        }
        return span;
    }

    /** Notes how far these have come: a span for each step of each event would cost more than the step. */
    void reached(String step, List<Job> jobs) {
        if (on) {
            jobs.forEach(job -> job.span.addEvent(step));
        }
    }

    /** Ends the span of an event that was processed; {@code failure} is null where there is an outcome. */
    static void end(Span span, Outcome outcome, Throwable failure) {
        if (failure != null) {
            failed(span, failure);
        } else if (span.isRecording()) {
            span.setAttribute(OUTCOME, outcome.name().toLowerCase(Locale.ROOT));
        }
        span.end();
    }

    /** Without the failure's message, which may quote what was sent. */
    static void failed(Span span, Throwable failure) {
        if (span.isRecording()) {
            span.setStatus(StatusCode.ERROR).setAttribute(ErrorAttributes.ERROR_TYPE,
                    failure instanceof Unavailable away ? away.reason().name().toLowerCase(Locale.ROOT)
                            : failure.getClass().getName());
        }
    }
}
