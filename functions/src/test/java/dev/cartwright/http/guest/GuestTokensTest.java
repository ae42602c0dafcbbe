package dev.cartwright.http.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.testing.SecurityCases;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SecurityCases("Guests' tokens")
class GuestTokensTest {

    private static final String KEY = key("k".repeat(32));
    private static final String OTHER = key("o".repeat(32));
    private static final Instant NOW = Instant.now();
    private static final Guest GUEST = Guest.fresh(NOW);

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static GuestTokens tokens(Instant now, String... keys) {
        return new GuestTokens(GuestKeys.of(List.of(keys)), Clock.fixed(now, ZoneOffset.UTC), Duration.ofHours(24),
                Duration.ofDays(30));
    }

    @Test
    void a_token_tells_whose_it_is() {
        var issued = tokens(NOW, KEY).issue(GUEST);
        assertThat(tokens(NOW, KEY).verified(issued.token())).contains(GUEST);
        assertThat(issued.expiresAt()).isEqualTo(GUEST.since().plus(Duration.ofHours(24)));
    }

    @Test
    void a_token_that_has_expired_is_refused() {
        var issued = tokens(NOW.minus(Duration.ofHours(25)), KEY).issue(Guest.fresh(NOW.minus(Duration.ofHours(25))));
        assertThat(tokens(NOW, KEY).verified(issued.token())).isEmpty();
    }

    @Test
    void renewal_ends_with_the_age_that_a_guest_may_reach() {
        var old = new Guest(GUEST.id(), GUEST.since().minus(Duration.ofDays(30)).plusSeconds(60));
        assertThat(tokens(NOW, KEY).issue(old).expiresAt()).isEqualTo(GUEST.since().plusSeconds(60));
    }

    @Test
    void a_new_key_signs_and_the_old_one_still_verifies() {
        var before = tokens(NOW, OTHER).issue(GUEST).token();
        assertThat(tokens(NOW, KEY, OTHER).verified(before)).contains(GUEST);
        assertThat(tokens(NOW, OTHER).verified(tokens(NOW, KEY, OTHER).issue(GUEST).token())).isEmpty();
    }

    @Test
    void a_token_that_is_signed_with_another_key_is_refused() {
        assertThat(tokens(NOW, KEY).verified(tokens(NOW, OTHER).issue(GUEST).token())).isEmpty();
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() {
        var parts = tokens(NOW, KEY).issue(GUEST).token().split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(GUEST.id(), Guest.fresh(NOW).id());
        assertThat(tokens(NOW, KEY).verified(parts[0] + '.' + base64(claims) + '.' + parts[2])).isEmpty();
    }

    @Test
    void a_token_without_a_signature_is_refused() throws Exception {
        var unsigned = signature("none", claims(GUEST.id()));
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        assertThat(tokens(NOW, KEY).verified(unsigned.getCompactSerialization())).isEmpty();
    }

    @Test
    void a_token_that_names_another_algorithm_is_refused() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var rsa = signature("RS256", claims(GUEST.id()));
        rsa.setKey(pair.getPrivate());
        assertThat(tokens(NOW, KEY).verified(rsa.getCompactSerialization())).isEmpty();
    }

    @Test
    void a_token_that_is_signed_with_our_key_in_another_way_is_refused() throws Exception {
        var large = key("l".repeat(64));
        var own = GuestKeys.of(List.of(large));
        for (var algorithm : List.of("HS256", "HS384", "HS512")) {
            var token = signature(algorithm, claims(GUEST.id()));
            token.setKeyIdHeaderValue(own.newest());
            token.setKey(own.find(own.newest()).orElseThrow());
            assertThat(tokens(NOW, large).verified(token.getCompactSerialization()).isPresent())
                    .isEqualTo(algorithm.equals("HS256"));
        }
    }

    @ParameterizedTest
    @CsvSource({"456", "guest-1", "guest-0123456789abcdef0123456789abcdeF", "guest-0123456789abcdef0123456789abcdef0"})
    void a_token_of_nobody_who_could_be_a_guest_is_refused(String sub) throws Exception {
        var forged = signature("HS256", claims(sub));
        forged.setKey(GuestKeys.of(List.of(KEY)).find(GuestKeys.of(List.of(KEY)).newest()).orElseThrow());
        assertThat(tokens(NOW, KEY).verified(forged.getCompactSerialization())).isEmpty();
    }

    @Test
    void a_token_of_another_issuer_is_none_of_ours() throws Exception {
        var claims = claims(GUEST.id());
        claims.setIssuer("https://issuer.example");
        var foreign = signature("HS256", claims);
        foreign.setKey(GuestKeys.of(List.of(KEY)).find(GuestKeys.of(List.of(KEY)).newest()).orElseThrow());
        var token = foreign.getCompactSerialization();
        assertThat(GuestTokens.claimsToBeOurs(token)).isFalse();
        assertThat(tokens(NOW, KEY).verified(token)).isEmpty();
        assertThat(GuestTokens.claimsToBeOurs(tokens(NOW, KEY).issue(GUEST).token())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "x.y", "x.y.z", "..", "x.eyJpc3MiOjd9.z", "x.W10.z"})
    void what_is_no_token_is_none_of_ours(String text) {
        assertThat(GuestTokens.claimsToBeOurs(text)).isFalse();
        assertThat(tokens(NOW, KEY).verified(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"not base64!|is not Base64", "c2hvcnQ=|has a key of 40 bits"})
    void a_key_that_anybody_could_guess_keeps_it_from_starting(String key, String why) {
        assertThatThrownBy(() -> GuestBeans.keys(config(Map.of("cartwright.guests.key", key)), List.of("prod"), true))
                .hasMessage(why).hasMessageNotContaining(key);
    }

    @Test
    void the_public_front_door_starts_with_a_key_only() {
        assertThatThrownBy(() -> GuestBeans.keys(config(Map.of()), List.of("prod"), true)).hasMessage("is not set");
        assertThat(GuestBeans.keys(config(Map.of("cartwright.guests.key", KEY)), List.of("prod"), true)).isPresent();
    }

    @Test
    void functions_behind_it_need_no_key_and_let_no_guests_in() {
        assertThat(GuestBeans.keys(config(Map.of()), List.of("prod"), false)).isEmpty();
        assertThat(GuestBeans.keys(config(Map.of("cartwright.guests.enabled", "false")), List.of("prod"), true))
                .isEmpty();
    }

    @Test
    void a_laptop_has_another_key_at_each_start() {
        var one = GuestBeans.keys(config(Map.of()), List.of("local"), false).orElseThrow();
        var other = GuestBeans.keys(config(Map.of()), List.of("local"), false).orElseThrow();
        assertThat(one.newest()).isNotEqualTo(other.newest());
    }

    private static GuestsConfig config(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(GuestsConfig.class);
        values.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(GuestsConfig.class);
    }

    private static JwtClaims claims(String sub) {
        var claims = new JwtClaims();
        claims.setIssuer("cartwright-guests");
        claims.setAudience("cartwright-guests");
        claims.setSubject(sub);
        claims.setClaim("since", NOW.getEpochSecond());
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plusSeconds(60).getEpochSecond()));
        return claims;
    }

    private static JsonWebSignature signature(String algorithm, JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(GuestKeys.of(List.of(KEY)).newest());
        signature.setPayload(claims.toJson());
        return signature;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
