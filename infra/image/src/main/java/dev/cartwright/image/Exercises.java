package dev.cartwright.image;

import dev.cartwright.local.UserError;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** What an instance does all day: every kind of event, in every form, and every question. */
final class Exercises {

    private static final int ROUNDS = 20;

    /** A machine that is busy with other things has every deadline pass now and then. */
    private static final int AWAY = 503;
    private static final int ATTEMPTS = 10;

    private static final String PLAIN = "application/json";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    /** Types and data of events from the broker; those of one subject are of one time and so come late. */
    private static final List<Delivery> DELIVERIES = List.of(
            new Delivery("product-added-to-cart", "user/%d", "{\"product_id\":\"p\",\"user_id\":\"%d\",\"quantity\":2,\"price\":4.25}"),
            new Delivery("product-removed-from-cart", "user/%d", "{\"product_id\":\"p\",\"user_id\":\"%d\"}"),
            new Delivery("order-placed", "user/%d", "{\"order_id\":\"o\",\"user_id\":\"%d\"}"),
            new Delivery("product-demanded", "product/%d", "{\"product_id\":\"%d\",\"quantity\":1}"),
            new Delivery("order-received", "order/%d", "{\"order_id\":\"%d\",\"user_id\":\"u\",\"lines\":[{\"product_id\":\"p\",\"quantity\":1,\"price\":9.99}]}"),
            new Delivery("demand-counted", "shop/2026-01-01T10:05.%d", "{\"slot\":\"2026-01-01T10:05.%d\",\"product_id\":\"p\"}"),
            new Delivery("nobody-knows-this", "user/%d", "{}"));

    private static final List<String> QUESTIONS = List.of("/subjects/user/1", "/subjects/user/1?at=2026-01-02T00:00:00Z",
            "/subjects/user/1/events?limit=2", "/subjects/user/1/explain?event=product-added-to-cart-1",
            "/schemas/product-added-to-cart", "/q/health/live", "/q/health/started", "/q/metrics", "/views/top-products", "/");

    private final Instance instance;
    private final String authorization;

    private Exercises(Instance instance, String authorization) {
        this.instance = instance;
        this.authorization = authorization;
    }

    static void run(Instance instance, String authorization) {
        var exercises = new Exercises(instance, authorization);
        for (int round = ROUNDS; round > 0; round--) {
            exercises.deliver(round);
            exercises.ingest(round);
        }
        exercises.expect(2, "guest", "/guests", post(PLAIN, ""));
        QUESTIONS.forEach(exercises::ask);
    }

    private void deliver(int round) {
        for (var delivery : DELIVERIES) {
            expect(2, delivery.type(), "/", delivery.request(round));
        }
        expect(2, "structured", "/", post(STRUCTURED, structured(round)));
        expect(2, "batch", "/", post(BATCH, "[" + structured(round) + "]"));
        expect(4, "bad", "/", post(STRUCTURED, "{}"));
    }

    private void ingest(int round) {
        expect(2, "document", "/events", known(post(PLAIN, """
                {"type":"product-added-to-cart","timestamp":"2026-01-01T00:00:%02dZ","product_id":"p","user_id":"1"}"""
                .formatted(round))));
        expect(2, "ingested", "/events", known(post(STRUCTURED, structured(round))));
        expect(4, "bad document", "/events", known(post(PLAIN, "{}")));
        expect(4, "stranger's", "/events", post(PLAIN, "{}"));
    }

    private void ask(String question) {
        expect(2, question, question, known(HttpRequest.newBuilder()));
    }

    private void expect(int hundreds, String what, String path, HttpRequest.Builder request) {
        var answer = instance.send(request, path);
        for (int attempt = 1; answer.statusCode() == AWAY && attempt < ATTEMPTS; attempt++) {
            answer = instance.send(request, path);
        }
        if (answer.statusCode() / 100 != hundreds) {
            throw new UserError("%s was answered %d: %s".formatted(what, answer.statusCode(), answer.body()));
        }
    }

    private HttpRequest.Builder known(HttpRequest.Builder request) {
        return request.header("authorization", authorization);
    }

    private static String structured(int round) {
        return """
                {"specversion":"1.0","id":"s-%1$d","source":"/training","type":"product-added-to-cart","subject":"user/1",\
                "time":"2026-01-01T00:01:%1$02dZ","datacontenttype":"application/json",\
                "data":{"product_id":"p","user_id":"1"}}""".formatted(round);
    }

    private static HttpRequest.Builder post(String contentType, String body) {
        return HttpRequest.newBuilder().header("content-type", contentType).POST(BodyPublishers.ofString(body));
    }

    /** An event as a broker delivers it. */
    private record Delivery(String type, String subject, String data) {

        HttpRequest.Builder request(int round) {
            return post(PLAIN, data.formatted(round))
                    .header("ce-specversion", "1.0").header("ce-id", type + "-" + round)
                    .header("ce-source", "/training").header("ce-type", type).header("ce-subject", subject.formatted(round))
                    .header("ce-time", "2026-01-01T00:00:%02dZ".formatted(round));
        }
    }
}
