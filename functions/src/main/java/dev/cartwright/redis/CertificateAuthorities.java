package dev.cartwright.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** Trusts servers whose certificate is signed by one of a few private authorities, and no others. */
final class CertificateAuthorities {

    private static final String TYPE = "PKCS12";
    private static final char[] OPEN = "public certificates".toCharArray();

    private CertificateAuthorities() {}

    /**
     * @param pem one or more certificates
     * @throws IllegalArgumentException where there is none to be read
     */
    static SslOptions trusting(String pem) {
        try {
            var store = store(certificates(pem));
            // why no check of the host's name: Memorystore's authorities sign for one instance each, at any address.
            return SslOptions.builder().truststore(() -> new ByteArrayInputStream(store), OPEN).trustStoreType(TYPE)
                    .sslVerifyMode(SslVerifyMode.CA).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("CARTWRIGHT_CACHE_CA_CERTIFICATE must be a certificate in PEM: "
                    + e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> certificates(String pem) throws CertificateException {
        var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        if (certificates.isEmpty()) {
            throw new CertificateException("there is none in it");
        }
        return certificates;
    }

    private static byte[] store(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        int number = 0;
        for (var certificate : certificates) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, OPEN);
        return bytes.toByteArray();
    }
}
