package dev.cartwright.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A token in the making; good for an hour for the audience {@value #AUDIENCE} if nothing else is said. */
public final class Token {

    public static final String AUDIENCE = "cartwright";

    private final TokenIssuer issuer;
    private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().audience(AUDIENCE);

    Token(TokenIssuer issuer) {
        this.issuer = issuer;
        startsIn(Duration.ZERO).endsIn(Duration.ofHours(1)).with("iat", new Date());
    }

    public Token of(String sub) {
        return with("sub", sub);
    }

    public Token roles(String... roles) {
        return with("roles", List.of(roles));
    }

    /** Takes the claim away where the value is null. */
    public Token with(String claim, Object value) {
        claims.claim(claim, value);
        return this;
    }

    public Token startsIn(Duration time) {
        return with("nbf", Date.from(Instant.now().plus(time)));
    }

    public Token endsIn(Duration time) {
        return with("exp", Date.from(Instant.now().plus(time)));
    }

    public String signed() {
        return issuer.sign(claims.build());
    }

    public String signedWithUnknownKey() {
        return issuer.signWithUnknownKey(claims.build());
    }

    public String unsigned() {
        return issuer.unsigned(claims.build());
    }

    public String signedWithPublicKey() {
        return issuer.signedWithPublicKey(claims.build());
    }
}
