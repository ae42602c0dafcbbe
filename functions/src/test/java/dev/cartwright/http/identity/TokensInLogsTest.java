package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.TokenIssuer;
import dev.cartwright.testing.WholeLog;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes wrong with a token leaves nothing of it behind. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Tokens")
class TokensInLogsTest {

    private static final String PERSON = "judy@home.example";

    /** Fails as only a bug does. */
    @ApplicationScoped
    static class Bug implements SecurityIdentityAugmentor {
        static final String OF = "bug-of-";

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            var name = identity.getPrincipal().getName();
            return name.startsWith(OF) ? Uni.createFrom().failure(new IllegalStateException(name))
                    : Uni.createFrom().item(identity);
        }
    }

    @Test
    void refused_token_is_in_no_log_nor_whose_it_is() {
        var tokens = Stream.of(shopper(PERSON).signed(), shopper(PERSON).endsIn(Duration.ofHours(-1)).signed(),
                shopper(PERSON).unsigned(), shopper(PERSON).signedWithPublicKey(),
                shopper(PERSON).signedWithUnknownKey(),
                TokenIssuer.shared().token("elsewhere").of(PERSON).signed(), "not.a.token").toList();
        try (var log = WholeLog.open()) {
            for (var token : tokens) {
                Call.of("GET", "/subjects/user/somebody-else").as(token).send();
                Call.get("/subjects/user/somebody-else?access_token=" + token);
                added("/events", "somebody-else", "1").as(token).send();
                added("/", "somebody-else", "1").as(token).send();
            }
            assertThat(log.text()).doesNotContain(PERSON, "somebody-else").doesNotContain(tokens);
        }
    }

    @Test
    void error_of_ours_is_not_blamed_on_the_issuer_and_leaves_nothing_of_the_token_behind() {
        try (var log = WholeLog.open()) {
            var answer = Call.of("GET", "/subjects/user/x").as(shopper(Bug.OF + PERSON).signed()).send();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(log.text()).contains("A request failed").doesNotContain("issuer of tokens", PERSON);
        }
        assertThat(Call.of("GET", "/subjects/user/x").as(shopper("x").signed()).send().status()).isEqualTo(404);
    }
}
