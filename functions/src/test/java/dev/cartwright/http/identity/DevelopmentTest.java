package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** On a laptop, where there is no issuer. */
@QuarkusTest
@WithTestResource(ShopServers.class)
@SecurityCases("Laptop")
class DevelopmentTest {

    @Test
    void request_without_a_token_may_do_everything() {
        assertThat(added("/", "laptop", "1").send().status()).isEqualTo(204);
        assertThat(Call.get("/subjects/user/laptop").status()).isEqualTo(200);
        assertThat(added("/events", "laptop", "2").send().status()).isEqualTo(202);
        assertThat(added("/events", "laptop", "3").with("ce-type", "note-taken").send().status()).isEqualTo(202);
        assertThat(Call.get("/q/metrics").status()).isEqualTo(200);
    }

    @Test
    void page_is_told_that_no_token_is_needed() {
        var answer = Call.get("/identity");
        assertThat(answer.json().path("development").asBoolean()).isTrue();
        assertThat(answer.json().path("guests").asBoolean()).isTrue();
        assertThat(answer.json().has("issuer")).isFalse();
    }

    @Test
    void nobody_may_send_what_only_cartwright_emits() {
        assertThat(added("/events", "laptop", "4").with("ce-type", "order-received").send().status()).isEqualTo(403);
    }

    @Test
    void token_that_nobody_can_check_is_refused() {
        assertThat(Call.of("GET", "/subjects/user/laptop").as(shopper("laptop").signed()).send().status())
                .isEqualTo(401);
        assertThat(Call.of("GET", "/subjects/user/laptop").with("authorization", "Basic YTpi").send().status())
                .isEqualTo(401);
        assertThat(Call.get("/subjects/user/laptop?access_token=x").status()).isEqualTo(401);
    }
}
