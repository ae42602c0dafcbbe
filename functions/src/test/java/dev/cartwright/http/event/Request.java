package dev.cartwright.http.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.schema.EventSchemas;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.Stamps;
import dev.cartwright.shop.Shop;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A request as a test describes it, read and checked at noon of {@link #NOW} without any server. */
final class Request {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Instant STAMP = Instant.parse("2026-11-20T10:00:00Z");
    private static final int MAX_DATA = 1000;
    private static final Stamps STAMPS = (source, id, candidate) -> STAMP;

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private byte[] body = new byte[0];

    /** A product-added event in binary mode. */
    static Request binary() {
        return new Request().header("ce-specversion", "1.0").header("ce-id", "1").header("ce-source", "/shop")
                .header("ce-type", "product-added-to-cart").header("ce-subject", "user/456")
                .header("ce-time", "2023-04-19T09:00:00Z").header("content-type", "application/json")
                .body("{\"product_id\":\"123\",\"user_id\":\"456\"}");
    }

    /** The same in structured mode, with these further members. */
    static Request structured(String members) {
        return new Request().header("content-type", "application/cloudevents+json").body(event(members));
    }

    static Request batch(String... events) {
        return new Request().header("content-type", "application/cloudevents-batch+json")
                .body("[" + String.join(",", events) + "]");
    }

    static Request plain(String document) {
        return new Request().header("content-type", "application/json").body(document);
    }

    /** A structured event; members given replace those of the usual one, and null takes one out. */
    static String event(String members) {
        try {
            var event = (ObjectNode) Json.MAPPER.readTree("""
                    {"specversion":"1.0","id":"1","source":"/shop","type":"product-added-to-cart","subject":"user/456",
                     "time":"2023-04-19T09:00:00Z","data":{"product_id":"123","user_id":"456"}}""");
            event.setAll((ObjectNode) Json.MAPPER.readTree("{" + members + "}"));
            return event.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(members, e);
        }
    }

    Request header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    Request again(String name, String value) {
        headers.add(name, value);
        return this;
    }

    Request without(String name) {
        headers.remove(name);
        return this;
    }

    Request body(String text) {
        this.body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    Sent sent(Door door) {
        return new EventReader(Shop.events(), 3).read(headers, body, door);
    }

    List<Received> received(Door door) {
        var times = new TimeCheck(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(5), STAMPS);
        var catalog = Shop.events();
        var check = new EventCheck(catalog, EventSchemas.of(catalog), times, MAX_DATA);
        return sent(door).events().stream().map(event -> check.check(event, door, Permit.ALL)).toList();
    }

    /** The one event, which must be accepted. */
    Incoming accepted() {
        return accepted(Door.BROKER);
    }

    Incoming accepted(Door door) {
        var received = received(door).get(0);
        if (!received.isAccepted()) {
            throw new AssertionError("refused: " + received.problem());
        }
        return received.incoming();
    }

    /** Why the one event is refused: status and field. */
    String refusal(Door door) {
        var received = received(door).get(0);
        return received.isAccepted() ? "accepted" : received.problem().status() + " " + received.problem().field();
    }

    String refusal() {
        return refusal(Door.BROKER);
    }
}
