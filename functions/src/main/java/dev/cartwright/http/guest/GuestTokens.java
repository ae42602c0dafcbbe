package dev.cartwright.http.guest;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import dev.cartwright.rules.Json;
import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The tokens by which guests show who they are: signed with one algorithm and our own keys only. Thread-safe. */
final class GuestTokens {

    private static final String ISSUER = "cartwright-guests";
    private static final String SINCE = "since";
    private static final int PARTS = 3;

    /** A token and until when it is good. */
    record Issued(String token, Instant expiresAt) {}

    private final GuestKeys keys;
    private final Clock clock;
    private final Duration life;
    private final Duration maxAge;
    private final JwtConsumer consumer;

    GuestTokens(GuestKeys keys, Clock clock, Duration life, Duration maxAge) {
        this.keys = keys;
        this.clock = clock;
        this.life = life;
        this.maxAge = maxAge;
        this.consumer = new JwtConsumerBuilder().setExpectedIssuer(ISSUER).setExpectedAudience(ISSUER)
                .setRequireExpirationTime().setRequireSubject()
                // why so strict: a token that chose its own algorithm could be signed with what everybody knows.
                .setJwsAlgorithmConstraints(PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setVerificationKeyResolver((signature, context) -> key(signature.getKeyIdHeaderValue()))
                .build();
    }

    private Key key(String name) throws UnresolvableKeyException {
        return keys.find(name).orElseThrow(() -> new UnresolvableKeyException("signed with a key that is not ours"));
    }

    /** A token for this guest, good for a while, but never beyond the age that a guest may reach. */
    Issued issue(Guest guest) {
        var now = clock.instant();
        var end = guest.since().plus(maxAge);
        var expires = now.plus(life).isBefore(end) ? now.plus(life) : end;
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(ISSUER);
        claims.setSubject(guest.id());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        claims.setClaim(SINCE, guest.since().getEpochSecond());
        return new Issued(signed(claims), Instant.ofEpochSecond(expires.getEpochSecond()));
    }

    private String signed(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(keys.newest());
        signature.setKey(keys.find(keys.newest()).orElseThrow());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("every Java platform signs with HMAC", e);
        }
    }

    /** True where the token says that it is one of ours; whether that is so, {@link #verified} tells. */
    static boolean claimsToBeOurs(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == PARTS && ISSUER.equals(
                    Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])).path("iss").textValue());
        } catch (IllegalArgumentException | IOException notAToken) {
            return false;
        }
    }

    /** Whose token it is; empty where it is not good, or no longer. */
    Optional<Guest> verified(String token) {
        try {
            var claims = consumer.processToClaims(token);
            var since = claims.getClaimValue(SINCE, Long.class);
            return since == null || !Guest.isId(claims.getSubject()) ? Optional.empty()
                    : Optional.of(new Guest(claims.getSubject(), Instant.ofEpochSecond(since)));
        } catch (InvalidJwtException | MalformedClaimException notGood) {
            return Optional.empty();
        }
    }
}
