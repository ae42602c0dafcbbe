package dev.cartwright.local.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.local.servers.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopologyTest extends PubSubTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpServerRequest> deliveries = new CopyOnWriteArrayList<>();
    private final HttpServer functions = vertx.createHttpServer().requestHandler(request -> {
        deliveries.add(request);
        request.response().setStatusCode(204).end();
    });

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void every_group_has_a_subscription() {
        new Topology(topic, URI.create("http://127.0.0.1:8080")).create();
        assertThat(api.get(topic.path() + "/subscriptions").path("subscriptions")).extracting(JsonNode::asText)
            .containsExactlyInAnyOrder(topic.subscription("cart"), topic.subscription("order"),
                topic.subscription("product"), topic.subscription("shop"), topic.subscription("operations"),
                topic.subscription("unhandled"));
    }

    @Test
    void filters_and_forms_are_those_of_the_cloud() throws IOException {
        var terraform = Files.readString(Path.of("..", "terraform", "pubsub.tf"));
        new Topology(topic, URI.create("http://127.0.0.1:8080")).create();
        var cart = api.get(topic.subscription("cart"));
        assertThat(terraform).contains("filter                     = \"%s\"".formatted(
            cart.path("filter").asText().replace("cart", "${each.key}").replace("\"", "\\\"")));
        assertThat(terraform).contains("write_metadata = " + cart.at("/pushConfig/noWrapper/writeMetadata"));
        assertThat(terraform).contains("/?group=${each.key}\"");
        assertThat(cart.at("/pushConfig/pushEndpoint").asText()).isEqualTo("http://127.0.0.1:8080/?group=cart");
    }

    @Test
    void events_come_as_binary_cloudevents_until_it_pauses() {
        var topology = new Topology(topic, listening());
        topology.create();
        publish("user/1", "{}", Map.of("ce-id", "1", "ce-type", "product-added-to-cart", "group", "cart"));
        assertThat(Waiting.until(PATIENCE, () -> groups().contains("cart"))).isTrue();
        assertThat(deliveries).allSatisfy(request -> {
            assertThat(request.getHeader("ce-type")).isEqualTo("product-added-to-cart");
            assertThat(request.getHeader("group")).isEqualTo("cart");
            assertThat(request.getHeader("x-goog-pubsub-message-id")).isNotEmpty();
        });
        topology.pause();
        assertThat(api.get(topic.subscription("cart")).at("/pushConfig/pushEndpoint").asText()).isEmpty();
    }

    @Test
    void what_is_there_is_turned_to_the_functions_of_now() {
        new Topology(topic, URI.create("http://127.0.0.1:1")).create();
        new Topology(topic, listening()).create();
        publish("user/1", "{}", Map.of("ce-id", "1", "group", "cart"));
        assertThat(Waiting.until(PATIENCE, () -> groups().contains("cart"))).isTrue();
    }

    private List<String> groups() {
        return deliveries.stream().map(request -> request.getParam("group")).toList();
    }

    private URI listening() {
        functions.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS)
            .join();
        return URI.create("http://127.0.0.1:" + functions.actualPort());
    }
}
