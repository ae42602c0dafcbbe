package dev.cartwright.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import dev.cartwright.testing.Servers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadLetterDrainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void dead_letters_are_on_the_topic_again_as_they_were() {
        try (var topic = new Topic(Servers.pubSub())) {
            topic.giveUp(IntStream.range(0, 3).mapToObj(i -> letter("user/1", i)
                    .putAttributes("CloudPubSubDeadLetterSourceSubscription", "events-cart")
                    .putAttributes("CloudPubSubDeadLetterSourceDeliveryCount", "5").build()).toList());
            assertThat(drain(environment(topic))).isZero();
            assertThat(topic.received()).map(message -> message.toBuilder().clearMessageId().clearPublishTime().build())
                    .containsExactly(letter("user/1", 0).build(), letter("user/1", 1).build(),
                            letter("user/1", 2).build());
            assertThat(printed.toString()).contains("published again: 3, left on").endsWith(": 0\n");
            assertThat(topic.stillGivenUp()).isEmpty();
        }
    }

    @Test
    void what_cannot_be_published_stays_and_is_told() {
        try (var topic = new Topic(Servers.pubSub())) {
            topic.giveUp(List.of(letter("user/1", 1).build()));
            topic.delete();
            assertThat(drain(environment(topic))).isEqualTo(1);
            assertThat(printed.toString()).contains("does not take events", "published again: 0", ": some");
        }
    }

    @Test
    void subscription_that_does_not_exist_is_told() {
        try (var topic = new Topic(Servers.pubSub())) {
            assertThat(drain(environment(topic))).isEqualTo(1);
            assertThat(printed.toString()).contains(topic.name() + "-dead-letters");
        }
    }

    @Test
    void help_tells_what_it_needs() {
        assertThat(DrainCommand.run(List.of("--help"), Map.of(), new PrintStream(printed))).isZero();
        assertThat(printed.toString()).contains("CARTWRIGHT_BROKER_PROJECT");
    }

    @Test
    void misuse_is_told_and_changes_nothing() {
        assertThat(drain(Map.of())).isEqualTo(2);
        assertThat(printed.toString()).contains("CARTWRIGHT_BROKER_PROJECT is not set");
        assertThat(DrainCommand.run(List.of("now"), Map.of(), new PrintStream(printed))).isEqualTo(2);
        assertThat(printed.toString()).contains("--help: now");
    }

    private int drain(Map<String, String> environment) {
        return DrainCommand.run(List.of(), environment, new PrintStream(printed));
    }

    private static Map<String, String> environment(Topic topic) {
        return Map.of("CARTWRIGHT_BROKER_PROJECT", Topic.PROJECT, "CARTWRIGHT_BROKER_TOPIC", topic.name(),
                "PUBSUB_EMULATOR_HOST", Servers.pubSub().address());
    }

    private static PubsubMessage.Builder letter(String key, int number) {
        return PubsubMessage.newBuilder().setOrderingKey(key).setData(ByteString.copyFromUtf8("data " + number))
                .putAttributes("ce-id", Integer.toString(number)).putAttributes("group", "cart");
    }
}
