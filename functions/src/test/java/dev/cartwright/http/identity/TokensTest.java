package dev.cartwright.http.identity;

import static dev.cartwright.http.identity.Identified.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.Token;
import dev.cartwright.testing.TokenIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are good, each really signed and sent. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Tokens")
class TokensTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void good_token_is_taken() {
        // Nothing is known of this shopper, which is what only the shopper is told.
        assertThat(asking(shopper("nobody-yet").signed()).status()).isEqualTo(404);
    }

    @Test
    void good_token_is_taken_over_http_2_too() {
        var call = Call.of("GET", "/subjects/user/nobody-yet").as(shopper("nobody-yet").signed());
        for (int i = 0; i < 5; i++) {
            assertThat(call.sendByHttp2().status()).isEqualTo(404);
        }
    }

    @Test
    void token_for_several_audiences_is_taken_where_this_is_one() {
        assertThat(asking(shopper("nobody-yet").with("aud", List.of("mail", Token.AUDIENCE)).signed()).status())
                .isEqualTo(404);
    }

    @Test
    void no_token_is_refused() {
        var answer = Call.get("/subjects/user/nobody-yet");
        assertRefused(answer);
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    }

    @Test
    void token_of_another_issuer_is_refused() {
        assertBad(TokenIssuer.shared().token("elsewhere").of("nobody-yet").signed());
    }

    @Test
    void token_of_the_issuer_of_deliveries_is_refused() {
        assertBad(TokenIssuer.shared().token(Identified.GOOGLE).of("nobody-yet").signed());
    }

    @Test
    void token_for_another_audience_is_refused() {
        assertBad(shopper("nobody-yet").with("aud", "mail").signed());
    }

    @Test
    void token_for_no_audience_is_refused() {
        assertBad(shopper("nobody-yet").with("aud", null).signed());
    }

    @Test
    void token_that_has_expired_is_refused() {
        assertBad(shopper("nobody-yet").endsIn(MINUTE.negated()).signed());
    }

    @Test
    void token_that_never_expires_is_refused() {
        assertBad(shopper("nobody-yet").with("exp", "never").signed());
    }

    @Test
    void token_that_is_not_valid_yet_is_refused() {
        assertBad(shopper("nobody-yet").startsIn(MINUTE).signed());
    }

    @Test
    void token_of_nobody_is_refused() {
        assertBad(shopper("nobody-yet").with("sub", null).signed());
    }

    @Test
    void token_without_a_signature_is_refused() {
        assertBad(shopper("nobody-yet").unsigned());
    }

    @Test
    void token_whose_signature_is_cut_off_is_refused() {
        var token = shopper("nobody-yet").signed();
        assertBad(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void token_that_is_signed_with_the_public_key_is_refused() {
        assertBad(shopper("nobody-yet").signedWithPublicKey());
    }

    @Test
    void token_whose_claims_were_changed_is_refused() {
        var mine = shopper("me").signed().split("\\.");
        var yours = shopper("nobody-yet").signed().split("\\.");
        assertBad(mine[0] + '.' + yours[1] + '.' + mine[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", ".", "e30.e30.", "e30.e30.e30", "e30.e30.e30.e30.e30", "null", "{}",
            "eyJhbGciOiJSUzI1NiJ9.bm90IEpTT04.AAAA", "eyJhbGciOiJSUzI1NiIsImtpZCI6eyJhIjoxfX0.e30.AAAA"})
    void garbage_is_refused(String token) {
        assertBad(token);
    }

    @Test
    void very_long_garbage_is_refused() {
        assertBad("e30." + "A".repeat(20_000) + ".AAAA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Negotiate abc", "bearerabc", "Token x"})
    void other_credentials_are_refused(String authorization) {
        assertRefused(asking("/subjects/user/nobody-yet", authorization));
    }

    @Test
    void token_in_the_address_is_refused() {
        var answer = Call.get("/subjects/user/nobody-yet?access_token=" + shopper("nobody-yet").signed());
        assertRefused(answer);
        assertThat(answer.text()).contains("Authorization header");
    }

    @Test
    void token_in_a_form_or_a_cookie_is_refused() {
        var token = shopper("nobody-yet").signed();
        assertRefused(Call.json("/events", "application/x-www-form-urlencoded", "access_token=" + token).send());
        assertRefused(Call.of("GET", "/subjects/user/nobody-yet").with("cookie", "q_session=" + token
                + "; q_session_delivery=" + token).send());
    }

    @Test
    void refusal_does_not_tell_a_forger_why() {
        var expired = asking(shopper("nobody-yet").endsIn(MINUTE.negated()).signed());
        var forged = asking(shopper("nobody-yet").signedWithPublicKey());
        assertThat(forged.text()).isEqualTo(expired.text());
    }

    private static void assertBad(String token) {
        var answer = asking(token);
        assertRefused(answer);
        assertThat(answer.header("www-authenticate")).contains("invalid_token");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    }

    private static Answer asking(String token) {
        return asking("/subjects/user/nobody-yet", "Bearer " + token);
    }

    private static Answer asking(String path, String authorization) {
        return Call.of("GET", path).with("authorization", authorization).send();
    }
}
