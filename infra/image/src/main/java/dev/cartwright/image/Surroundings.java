package dev.cartwright.image;

import dev.cartwright.local.servers.StoreServers;
import dev.cartwright.local.servers.TlsFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.lang.JoseException;

/** What is around an instance in the cloud, as near as this machine comes: what is used there is what Java learns. */
final class Surroundings implements AutoCloseable {

    private static final int KEY_BYTES = 32;

    private final StoreServers stores;
    private final TlsFront cache;
    private final Topics topics;
    private final Issuer issuer;
    private final Collector collector;
    private final Map<String, String> settings = new HashMap<>();
    private final String token;

    Surroundings(Path scratch) {
        try {
            var keys = Files.createTempDirectory(Files.createDirectories(scratch), "keys");
            this.stores = new StoreServers(scratch.resolve("broker"));
            this.cache = new TlsFront(keys, stores.cache().port());
            ImageTree.delete(keys);
            this.topics = new Topics();
            this.issuer = new Issuer();
            this.collector = new Collector();
            this.token = issuer.token();
            set(cache.authority());
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
        return settings;
    }

    /** For the {@code Authorization} header of whoever may send and ask for everything. */
    String authorization() {
        return "Bearer " + token;
    }

    private void set(String authority) {
        settings.putAll(stores.addresses());
        settings.put("REDIS_URL", "rediss://127.0.0.1:" + cache.port());
        settings.put("CARTWRIGHT_CACHE_CA_CERTIFICATE", authority);
        settings.put("CARTWRIGHT_BROKER_KIND", "pubsub");
        settings.put("CARTWRIGHT_BROKER_PROJECT", "training");
        settings.put("PUBSUB_EMULATOR_HOST", topics.address());
        settings.put("CARTWRIGHT_DELIVERY_AUTH", "iam");
        settings.put("CARTWRIGHT_IDENTITY_ISSUER", issuer.url());
        settings.put("CARTWRIGHT_IDENTITY_AUDIENCE", Issuer.AUDIENCE);
        settings.put("CARTWRIGHT_GUESTS_KEY", randomKey());
        settings.put("CARTWRIGHT_TRACES_EXPORTER", "otlp");
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
    }

    private static String randomKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public void close() {
        collector.close();
        issuer.close();
        topics.close();
        cache.close();
        stores.close();
    }
}
