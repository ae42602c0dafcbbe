package dev.cartwright.local.pubsub;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.local.servers.PubSubEmulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;

/** An emulator for all of these tests, and a topic of its own for each. */
abstract class PubSubTest {
    private static PubSubEmulator emulator;

    final PubSubTopic topic = new PubSubTopic(emulator.address(), "shop", "events-" + UUID.randomUUID());
    final EmulatorApi api = new EmulatorApi(topic.emulator());

    @BeforeAll
    static void startEmulator() {
        assumeTrue(PubSubEmulator.isInstalled(), "The Cloud SDK's pubsub-emulator is not installed");
        if (emulator == null) {
            emulator = PubSubEmulator.start();
        }
    }

    void publish(String subject, String data, Map<String, String> attributes) {
        var body = EmulatorApi.object();
        ObjectNode message = body.putArray("messages").addObject();
        message.put("orderingKey", subject)
            .put("data", Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)));
        var headers = message.putObject("attributes").put("ce-subject", subject);
        attributes.forEach(headers::put);
        api.post(topic.path() + ":publish", body);
    }
}
