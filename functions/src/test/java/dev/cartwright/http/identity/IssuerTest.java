package dev.cartwright.http.identity;

import static dev.cartwright.http.identity.Identified.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import dev.cartwright.testing.TokenIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The issuer changes its keys, and goes away. */
@QuarkusTest
@TestProfile(IssuerTest.Early.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SecurityCases("Keys and the issuer")
class IssuerTest {

    private static final int BURST = 24;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TokenIssuer ISSUER = TokenIssuer.shared();

    /** The application starts earlier than its issuer. */
    public static final class Early extends Identified {

        /** There already, but not listening yet. */
        public static final class Silent extends Issuing {
            @Override
            public Map<String, String> start() {
                var settings = super.start();
                TokenIssuer.shared().fallSilent();
                return settings;
            }
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("cartwright.identity.deadline", "3s");
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ShopServers.class), new TestResourceEntry(Silent.class));
        }
    }

    @AfterEach
    void all_is_well_again() {
        assertTaken(shopper("heidi").signed());
    }

    @Test
    @Order(1)
    void application_starts_without_the_issuer_and_then_tells_senders_to_come_again() {
        assertThat(Call.get("/q/health/ready").status()).isEqualTo(200);
        assertAway(asking(shopper("heidi").signed()));
        ISSUER.comeBack();
        assertTaken(shopper("heidi").signed());
    }

    @Test
    void new_key_is_fetched_and_the_old_one_is_good_no_longer() {
        var old = shopper("heidi").signed();
        ISSUER.changeKey();
        assertTaken(shopper("heidi").signed());
        assertThat(asking(old).status()).isEqualTo(401);
    }

    @Test
    void tokens_that_come_while_a_new_key_is_fetched_are_all_taken() {
        var threads = Executors.newFixedThreadPool(BURST);
        try {
            // Keys are fetched once a second only: of a burst that comes too early, none is taken.
            assertThat(Waiting.until(SOON, () -> {
                ISSUER.changeKey();
                var token = shopper("heidi").signed();
                return Stream.generate(() -> CompletableFuture.supplyAsync(() -> Call.of("GET", "/subjects/user/heidi")
                        .as(token).sendByHttp2().status(), threads)).limit(BURST).toList().stream()
                        .allMatch(status -> status.join() == 404);
            })).isTrue();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void keys_that_nobody_knows_have_keys_fetched_once_in_a_while_only() {
        int before = ISSUER.requests();
        long begun = System.nanoTime();
        for (int i = 0; i < 40; i++) {
            assertThat(asking(shopper("heidi").signedWithUnknownKey()).status()).isEqualTo(401);
        }
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
        assertThat(ISSUER.requests() - before).isLessThanOrEqualTo((int) seconds);
    }

    @Test
    void known_keys_need_no_issuer() {
        ISSUER.fallSilent();
        try {
            assertThat(asking(shopper("heidi").signed()).status()).isEqualTo(404);
        } finally {
            ISSUER.comeBack();
        }
    }

    @Test
    void who_cannot_be_told_from_a_forger_is_told_to_come_again() {
        ISSUER.fallSilent();
        try {
            ISSUER.changeKey();
            assertThat(Waiting.until(SOON, () -> asking(shopper("heidi").signed()).status() == 503)).isTrue();
            assertAway(asking(shopper("heidi").signed()));
        } finally {
            ISSUER.comeBack();
        }
        assertTaken(shopper("heidi").signed());
    }

    @Test
    void issuer_that_hangs_holds_up_nobody_else_and_not_for_long() throws IOException {
        ISSUER.changeKey();
        ISSUER.fallSilent();
        try (var hanging = new ServerSocket(URI.create(ISSUER.url("")).getPort(), 50,
                InetAddress.getByName("localhost"))) {
            var waiting = CompletableFuture.supplyAsync(() ->
                    Waiting.until(SOON, () -> asking(shopper("heidi").signed()).status() == 503));
            try (var asked = hanging.accept()) {
                assertThat(asked.isConnected()).isTrue();
                assertThat(Call.get("/q/health/live").status()).isEqualTo(200);
                assertThat(waiting.join()).isTrue();
            }
        } finally {
            ISSUER.comeBack();
        }
        assertTaken(shopper("heidi").signed());
    }

    /** Sooner or later: keys are fetched once a second only. */
    private static void assertTaken(String token) {
        assertThat(Waiting.until(SOON, () -> asking(token).status() == 404)).isTrue();
    }

    private static void assertAway(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isNotNull();
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }

    private static Answer asking(String token) {
        return Call.of("GET", "/subjects/user/heidi").as(token).send();
    }
}
