package dev.cartwright.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cartwright.local.servers.Waiting;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A collector of OpenTelemetry that keeps what it is sent. */
public final class Collector implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    private Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public static Collector start() {
        try {
            return new Collector();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange; var body = new GZIPInputStream(exchange.getRequestBody())) {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("authorization")));
            received.addAll(ExportTraceServiceRequest.parseFrom(body).getResourceSpansList());
            exchange.getResponseHeaders().set("content-type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    public List<ResourceSpans> received() {
        return received;
    }

    List<String> authorizations() {
        return authorizations;
    }

    /** The trace as far as it has come. */
    public SpanTree trace(String id) {
        return new SpanTree(received.stream().map(ResourceSpans::getScopeSpansList).flatMap(List::stream)
                .map(ScopeSpans::getSpansList).flatMap(List::stream)
                .filter(span -> SpanTree.hex(span.getTraceId()).equals(id)).toList());
    }

    /** The trace once it is as expected; fails where it never is. */
    public SpanTree trace(String id, Predicate<SpanTree> expected) {
        if (!Waiting.until(PATIENCE, () -> expected.test(trace(id)))) {
            throw new AssertionError("the trace is not as expected: " + trace(id));
        }
        return trace(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
