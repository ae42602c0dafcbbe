package dev.cartwright.knative;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A sink that keeps what it takes. */
final class HttpSink implements AutoCloseable {

    /** One request as it came. */
    record Received(Map<String, String> headers, byte[] body) {

        Publication publication() {
            return new Publication(event(), headers.get("ce-cartwrightgroup"), headers.get("traceparent"));
        }

        private CloudEvent event() {
            var event = new CloudEventBuilder();
            headers.forEach((name, value) -> {
                if (name.startsWith("ce-") && !name.equals("ce-specversion") && !name.equals("ce-cartwrightgroup")) {
                    event.withContextAttribute(name.substring(3),
                            PercentEncoding.decode(value));
                }
            });
            event.withDataContentType(headers.get("content-type"));
            return (body.length == 0 ? event : event.withData(body)).build();
        }
    }

    private final List<Received> taken = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile ToIntFunction<Received> status = received -> 202;

    HttpSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/default/events");
    }

    /** From now on; what is answered 2xx is taken. */
    void answering(ToIntFunction<Received> answer) {
        status = answer;
    }

    synchronized List<Received> taken() {
        return List.copyOf(taken);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var received = new Received(headers, exchange.getRequestBody().readAllBytes());
        int answer = status.applyAsInt(received);
        if (answer / 100 == 2 && exchange.getRequestMethod().equals("POST")) {
            keep(received);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private synchronized void keep(Received received) {
        taken.add(received);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
