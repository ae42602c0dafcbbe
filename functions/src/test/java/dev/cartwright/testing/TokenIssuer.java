package dev.cartwright.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** A real OpenID Connect server on this machine, which can change its key, fall silent and come back. */
public final class TokenIssuer {

    private static final RSAKey UNKNOWN = newKey();
    private static final TokenIssuer SHARED = new TokenIssuer();

    private final AtomicReference<RSAKey> key = new AtomicReference<>(newKey());
    private MockOAuth2Server server;
    private int port;

    private TokenIssuer() {
        comeBack();
    }

    /** Of all tests of this JVM. */
    public static TokenIssuer shared() {
        return SHARED;
    }

    /** What its tokens say of who issued them; it issues in several names. */
    public String url(String name) {
        return "http://localhost:" + port + '/' + name;
    }

    public Token token(String name) {
        return new Token(this).with("iss", url(name));
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key.get());
    }

    /** By somebody else. */
    String signWithUnknownKey(JWTClaimsSet claims) {
        return sign(claims, UNKNOWN);
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()),
                    new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, JWSHeader.Builder header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** Signed with what everybody knows, the public key, taken for a secret. */
    String signedWithPublicKey(JWTClaimsSet claims) {
        try {
            var known = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key.get().toPublicKey().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
            return signed(claims, new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.get().getKeyID()),
                    new MACSigner(known.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it signs with another key; the old one is gone. */
    public void changeKey() {
        key.set(newKey());
    }

    /** How often anybody asked it for anything. */
    public int requests() {
        return ((MockWebServerWrapper) server.getConfig().getHttpServer()).getMockWebServer().getRequestCount();
    }

    public void fallSilent() {
        server.shutdown();
    }

    /** At the address where it was. */
    public void comeBack() {
        var provider = new OAuth2TokenProvider(new KeyProvider() {
            @Override
            public JWK signingKey(String name) {
                return key.get();
            }
        });
        server = new MockOAuth2Server(new OAuth2Config(false, null, null, false, provider));
        try {
            server.start(InetAddress.getByName("localhost"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.url("").port();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
