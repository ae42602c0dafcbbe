package dev.cartwright.local.broker;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Brings events to the functions over HTTP: one as a binary-mode CloudEvent, several as a batch. */
final class Courier {
    private static final int CONNECT_MILLIS = 2_000;

    private final HttpClient client;
    private final URI functions;
    private final long deadlineMillis;

    Courier(Vertx vertx, URI functions, Limits limits) {
        this.functions = functions;
        this.deadlineMillis = limits.deadline().toMillis();
        this.client = vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(limits.inFlight()));
    }

    /** Sends them as one request; fails where there is no answer in time. */
    Future<Answer> post(List<Delivery> deliveries) {
        var request = request().putHeader("cartwright-delivery-attempt",
            Integer.toString(deliveries.get(0).attempts()));
        try {
            return send(request, body(request, deliveries));
        } catch (IllegalArgumentException notAHeader) {
            return Future.succeededFuture(new Answer(400, null, Buffer.buffer(notAHeader.toString())));
        }
    }

    private Future<Answer> send(RequestOptions options, Buffer body) {
        return client.request(options).compose(request -> request.send(body)).compose(Courier::answer);
    }

    private static Buffer body(RequestOptions request, List<Delivery> deliveries) {
        return deliveries.size() == 1 ? single(request, deliveries.get(0)) : batch(request, deliveries);
    }

    private static Buffer single(RequestOptions request, Delivery delivery) {
        delivery.headers().forEach(header -> request.putHeader(header.name(), header.value()));
        return Buffer.buffer(delivery.data());
    }

    private static Buffer batch(RequestOptions request, List<Delivery> deliveries) {
        request.putHeader("content-type", "application/cloudevents-batch+json");
        // why: a request has one traceparent, and the tracing extension of an event tells where its chain began.
        if (deliveries.stream().anyMatch(delivery -> !delivery.traceparent().isEmpty())) {
            request.putHeader("cartwright-traceparents",
                deliveries.stream().map(Delivery::traceparent).collect(Collectors.joining(",")));
        }
        return Buffer.buffer(Structured.batch(deliveries));
    }

    private RequestOptions request() {
        return new RequestOptions().setMethod(HttpMethod.POST).setHost(functions.getHost())
            .setPort(functions.getPort()).setURI("/").setTimeout(deadlineMillis);
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        var retryAfter = response.getHeader("retry-after");
        if (Answer.hasBodyToRead(response.statusCode())) {
            return response.body().map(body -> new Answer(response.statusCode(), retryAfter, body));
        }
        return Future.succeededFuture(new Answer(response.statusCode(), retryAfter, Buffer.buffer()));
    }
}
