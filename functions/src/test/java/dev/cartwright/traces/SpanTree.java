package dev.cartwright.traces;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The spans of one trace: who is whose child. */
public record SpanTree(List<Span> spans) {

    static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    public boolean has(String name) {
        return spans.stream().anyMatch(span -> span.getName().equals(name));
    }

    public Span one(String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).reduce((one, other) -> {
            throw new AssertionError("more than one " + name);
        }).orElseThrow(() -> new AssertionError("no " + name + " among:\n" + this));
    }

    /** Text, or the number as text. */
    public static String attribute(Span span, String name) {
        return span.getAttributesList().stream().filter(attribute -> attribute.getKey().equals(name))
                .map(attribute -> attribute.getValue().hasStringValue() ? attribute.getValue().getStringValue()
                        : String.valueOf(attribute.getValue().getIntValue())).findFirst().orElse(null);
    }

    /** One line a span, each child further in than its parent; those without a parent here are outermost. */
    @Override
    public String toString() {
        Set<ByteString> ids = spans.stream().map(Span::getSpanId).collect(Collectors.toSet());
        return spans.stream().filter(span -> !ids.contains(span.getParentSpanId()))
                .flatMap(span -> lines(span, "")).collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> lines(Span span, String indent) {
        var children = spans.stream().filter(child -> child.getParentSpanId().equals(span.getSpanId()))
                .sorted(Comparator.comparing(Span::getName));
        return Stream.concat(Stream.of(indent + span.getName()),
                children.flatMap(child -> lines(child, indent + "  ")));
    }
}
