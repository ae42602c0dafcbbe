package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.LogLines;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.TokenIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes wrong with a token leaves nothing of it behind. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Tokens")
class TokensInLogsTest {

    private static final String PERSON = "judy@home.example";

    @Test
    void refused_token_is_in_no_log_nor_whose_it_is() {
        var tokens = Stream.of(shopper(PERSON).signed(), shopper(PERSON).endsIn(Duration.ofHours(-1)).signed(),
                shopper(PERSON).unsigned(), shopper(PERSON).signedWithPublicKey(),
                shopper(PERSON).signedWithUnknownKey(),
                TokenIssuer.shared().token("elsewhere").of(PERSON).signed(), "not.a.token").toList();
        try (var log = LogLines.ofAll()) {
            for (var token : tokens) {
                Call.of("GET", "/subjects/user/somebody-else").as(token).send();
                Call.get("/subjects/user/somebody-else?access_token=" + token);
                added("/events", "somebody-else", "1").as(token).send();
                added("/", "somebody-else", "1").as(token).send();
            }
            assertThat(log.lines()).extracting(LogLines.Line::text).allSatisfy(line -> {
                assertThat(line).doesNotContain(PERSON, "somebody-else");
                assertThat(tokens).noneMatch(line::contains);
            });
        }
    }
}
