package dev.cartwright.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.cartwright.local.servers.LocalServer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.testing.Servers;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ShopServers.class)
class ReadinessTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void instance_is_ready_when_its_stores_answer() {
        given().when().get("/q/health/ready").then().statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", containsInAnyOrder("bigtable", "cache", "broker", "Graceful Shutdown"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void instance_is_not_ready_while_a_store_hangs_and_says_which(String name, Supplier<LocalServer> server) {
        server.get().freeze();
        try {
            assertThat(Waiting.until(SOON, () -> isReady(503))).isTrue();
            given().when().get("/q/health/ready").then().time(lessThan(10_000L))
                    .body("checks.findAll { it.status == 'DOWN' }.name", contains(name))
                    .body("checks.data", everyItem(nullValue()));
        } finally {
            server.get().thaw();
        }
        assertThat(Waiting.until(SOON, () -> isReady(200))).isTrue();
    }

    private static boolean isReady(int status) {
        return given().when().get("/q/health/ready").statusCode() == status;
    }

    static Stream<Arguments> servers() {
        return Stream.of(Arguments.of("bigtable", (Supplier<LocalServer>) Servers::bigtable),
                Arguments.of("cache", (Supplier<LocalServer>) Servers::cache),
                Arguments.of("broker", (Supplier<LocalServer>) Servers::broker));
    }

    @Test
    void instance_has_started_when_the_cache_was_reached() {
        given().when().get("/q/health/started").then().statusCode(200).body("checks.name", contains("cache"));
    }

    @Test
    void instance_lives() {
        given().when().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }
}
