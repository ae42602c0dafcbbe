package dev.cartwright.http.guest;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.guest.GuestsTest.Visitor;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** A guest's cart on its way to the user, event by event as the broker delivers them. */
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class CartMergeTest {

    private final String user = "merge-" + UUID.randomUUID();
    private Visitor guest;

    @BeforeEach
    void arrive() {
        guest = Visitor.arriving();
    }

    @Test
    void guests_cart_becomes_the_users() {
        deliver(added("/", user, "own").with("ce-time", "2023-04-19T08:00:00Z"));
        deliver(added("/", guest.id(), "one").with("ce-time", "2023-04-19T09:00:00Z"));
        signIn("first", "2023-04-19T09:10:00Z");
        assertThat(cart(user)).isEqualTo("{\"123\":2}");
        assertThat(cart(guest.id())).isEqualTo("{}");
    }

    @Test
    void signing_in_twice_merges_nothing_twice_and_another_tab_goes_on() {
        deliver(added("/", guest.id(), "one").with("ce-time", "2023-04-19T09:00:00Z"));
        signIn("first", "2023-04-19T09:10:00Z");
        signIn("second", "2023-04-19T09:11:00Z");
        deliver(added("/", guest.id(), "two").with("ce-time", "2023-04-19T09:20:00Z"));
        deliverMerges();
        assertThat(cart(user)).isEqualTo("{\"123\":2}");
    }

    @Test
    void late_event_comes_with_the_next_sign_in() {
        signIn("first", "2023-04-19T09:10:00Z");
        deliver(added("/", guest.id(), "late").with("ce-time", "2023-04-19T09:00:00Z"));
        signIn("second", "2023-04-19T09:20:00Z");
        assertThat(cart(user)).isEqualTo("{\"123\":1}");
    }

    private void signIn(String id, String time) {
        var event = SignIn.of(guest.id(), user).with("ce-id", id + guest.id()).with("ce-time", time);
        assertThat(event.with(SignIn.HEADER, guest.token()).send().status()).isEqualTo(202);
        published("guest-signed-in", "user/" + guest.id()).forEach(CartMergeTest::deliver);
        deliverMerges();
    }

    private void deliverMerges() {
        published("guest-cart-merged", "user/" + user).forEach(CartMergeTest::deliver);
    }

    /** All of them again each time, as a broker may. */
    private static List<Call> published(String type, String subject) {
        try (var redis = RedisClient.create(Servers.broker().url())) {
            return redis.xrange("events", (StreamEntryID) null, null).stream().map(StreamEntry::getFields)
                    .filter(fields -> type.equals(fields.get("ce-type")) && subject.equals(fields.get("ce-subject")))
                    .map(CartMergeTest::delivery).toList();
        }
    }

    private static Call delivery(Map<String, String> fields) {
        var call = Call.of("POST", "/").body(fields.get("data"));
        fields.forEach((name, value) -> {
            if (name.startsWith("ce-") || name.equals("content-type")) {
                call.with(name, value);
            }
        });
        return call;
    }

    private static void deliver(Call event) {
        var answer = event.send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static String cart(String id) {
        return Call.get("/subjects/user/" + id).json().path("properties").path("cart").toString();
    }
}
