package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What runs from a checkout stays as it was built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class BuildTest {

    private static final String JAR = "infra/local/target/cartwright-local.jar";

    @TempDir
    private Path directory;
    private FakeCloud checkout;

    @BeforeEach
    void neverBuilt() throws IOException {
        checkout = new FakeCloud(directory);
        checkout.edit("mvnw", "#!/bin/sh\necho $* > built\nexit 1\n");
        directory.resolve("checkout/mvnw").toFile().setExecutable(true);
    }

    @Test
    void what_has_changed_is_built() throws Exception {
        checkout.edit(JAR, "built long ago");
        assertThat(checkout.deploy("watch").code()).isEqualTo(1);
        assertThat(checkout.hasInCheckout("built")).isTrue();
    }

    @Test
    void nothing_is_built_under_a_system_that_runs() throws Exception {
        try (var functions = functions()) {
            var second = checkout.deploy("local", "--port", "1");
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err()).contains("on port %d they run: end that first".formatted(functions.getLocalPort()));
            assertThat(checkout.hasInCheckout("built")).isFalse();
        }
    }

    @Test
    void what_runs_can_be_watched_though_something_has_changed_since() throws Exception {
        checkout.edit(JAR, "what runs");
        try (var functions = functions()) {
            assertThat(checkout.deploy("watch").err()).contains("cartwright-local.jar")
                .doesNotContain("on port " + functions.getLocalPort());
            assertThat(checkout.hasInCheckout("built")).isFalse();
        }
    }

    @Test
    void what_was_killed_keeps_nobody_from_building() throws Exception {
        functions().close();
        assertThat(checkout.deploy("local").err()).contains("The build failed");
        assertThat(checkout.hasInCheckout("built")).isTrue();
    }

    /** As the functions of a system that began to run from this checkout. */
    private ServerSocket functions() throws IOException {
        var functions = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        checkout.edit("infra/local/target/local-%d/addresses.properties".formatted(functions.getLocalPort()),
            "broker=redis://127.0.0.1:1");
        return functions;
    }
}
