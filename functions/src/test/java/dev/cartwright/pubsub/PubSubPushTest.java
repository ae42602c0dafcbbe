package dev.cartwright.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.testing.LogSamples;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published comes back to the functions, as Google's emulator pushes it. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class PubSubPushTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void published_events_are_pushed_to_the_functions(boolean wrapped) throws IOException {
        try (var topic = new Topic(Servers.pubSub());
                var publisher = new PubSubPublisher(topic.target(PATIENCE))) {
            topic.push("http://localhost:" + RestAssured.port + "/?group=cart", wrapped);
            var user = "pushed-ä-" + wrapped;
            publisher.publish(List.of(new Publication(added(user, "1"), "cart"),
                    new Publication(added(user, "2"), null),
                    new Publication(CloudEventBuilder.v1(added(user, "3"))
                            .withExtension("note", "ö".repeat(400)).build(), "cart")));
            assertThat(Waiting.until(PATIENCE, () -> ids(user).contains("3"))).isTrue();
            assertThat(ids(user)).containsExactly("3", "1");
        }
    }

    private static List<String> ids(String user) {
        return Call.get("/subjects/user/" + user.replace("ä", "%C3%A4") + "/events").json().path("events")
                .findValuesAsText("id");
    }

    private static CloudEvent added(String user, String id) {
        var data = "{\"product_id\":\"123\",\"user_id\":\"" + user + "\"}";
        return CloudEventBuilder.v1(LogSamples.event("user/" + user, LogSamples.NINE, id))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8)).build();
    }
}
