package dev.cartwright.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.local.servers.TlsFront;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.Servers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTlsTest {

    private TlsFront server;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        server = new TlsFront(directory, Servers.cache().port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void server_is_trusted_whose_authority_is_named() throws Exception {
        try (var redis = pool(Optional.of(server.authority()))) {
            assertThatCode(redis::ping).doesNotThrowAnyException();
        }
    }

    @Test
    void one_of_several_authorities_is_enough(@TempDir Path other) throws Exception {
        try (var old = new TlsFront(other, Servers.cache().port());
                var redis = pool(Optional.of(old.authority() + server.authority()))) {
            assertThatCode(redis::ping).doesNotThrowAnyException();
        }
    }

    @Test
    void server_is_not_trusted_that_another_authority_vouches_for(@TempDir Path other) throws Exception {
        try (var stranger = new TlsFront(other, Servers.cache().port());
                var redis = pool(Optional.of(stranger.authority()))) {
            assertThatThrownBy(redis::ping).isInstanceOf(Unavailable.class)
                    .hasStackTraceContaining(SSLException.class.getPackageName());
        }
    }

    @Test
    void server_is_not_trusted_that_no_public_authority_vouches_for() {
        try (var redis = pool(Optional.empty())) {
            assertThatThrownBy(redis::ping).isInstanceOf(Unavailable.class)
                    .hasStackTraceContaining(SSLException.class.getPackageName());
        }
    }

    @Test
    void authority_that_cannot_be_read_is_told_at_once() {
        assertThatThrownBy(() -> pool(Optional.of("none"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PEM");
    }

    private RedisPool pool(Optional<String> authorities) {
        return new RedisPool("the cache", URI.create("rediss://127.0.0.1:" + server.port()), Duration.ofSeconds(10),
                authorities);
    }
}
