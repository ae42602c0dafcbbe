package dev.cartwright.image;

import dev.cartwright.local.servers.StoreServers;
import dev.cartwright.local.servers.TlsFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.lang.JoseException;

/** What is around an instance in the cloud, as near as this machine comes: log, cache behind TLS, broker, issuer. */
final class Surroundings implements AutoCloseable {

    private final StoreServers stores;
    private final TlsFront cache;
    private final Issuer issuer;
    private final String authority;
    private final String token;

    Surroundings(Path scratch) {
        try {
            var keys = Files.createTempDirectory(Files.createDirectories(scratch), "keys");
            this.stores = new StoreServers(scratch.resolve("broker"));
            this.cache = new TlsFront(keys, stores.cache().port());
            this.authority = cache.authority();
            this.issuer = new Issuer();
            this.token = issuer.token();
            ImageTree.delete(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start what is around the functions", e);
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException("every Java platform can do that", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** For the environment of an instance. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(stores.addresses());
        settings.put("REDIS_URL", "rediss://127.0.0.1:" + cache.port());
        settings.put("CARTWRIGHT_CACHE_CA_CERTIFICATE", authority);
        settings.put("CARTWRIGHT_DELIVERY_AUTH", "iam");
        settings.put("CARTWRIGHT_IDENTITY_ISSUER", issuer.url());
        settings.put("CARTWRIGHT_IDENTITY_AUDIENCE", Issuer.AUDIENCE);
        return settings;
    }

    /** For the {@code Authorization} header of whoever may send and ask for everything. */
    String authorization() {
        return "Bearer " + token;
    }

    @Override
    public void close() {
        issuer.close();
        cache.close();
        stores.close();
    }
}
