package dev.cartwright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cartwright.local.servers.TlsFront;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image as it is written, unpacked as a container runtime does it, and run read-only as its own user. */
class ImageIT {

    private static final Path ROOT = Path.of("/");
    private static final Path PROBE = Path.of("target/test-classes").toAbsolutePath();

    private static ImageBuild build;
    private static Unpacked image;
    private static Sandbox sandbox;

    @TempDir
    Path scratch;

    @BeforeAll
    static void make() {
        var jdk = Jdk.find();
        assumeTrue(jdk.isPresent(), "no JDK 25 on this machine, which the image is made of");
        assumeTrue(Sandbox.find().isPresent(), "no bubblewrap on this machine, in which the image is run");
        sandbox = Sandbox.find().get();
        build = new ImageBuild();
        image = build.write(build.train(jdk.get()));
    }

    @Test
    void it_processes_events_with_its_cache_and_the_code_that_was_packaged() {
        assertThatCode(() -> smoke(image.root(), build.build())).doesNotThrowAnyException();
    }

    @Test
    void it_can_be_tried_where_no_sandbox_may_be_made() {
        assertThatCode(() -> Smoke.test(Launch.strict(image.root()), build.build(), scratch)).doesNotThrowAnyException();
    }

    @Test
    void it_uses_its_cache_with_the_quick_compiler_alone_too() {
        var command = new ArrayList<>(List.of("env", "JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1"));
        command.addAll(Launch.strict(image.root()));
        assertThatCode(() -> Smoke.test(command, build.build(), scratch)).doesNotThrowAnyException();
    }

    @Test
    void code_of_another_package_is_found_out() {
        assertThatThrownBy(() -> smoke(image.root(), "another")).hasMessageContaining("instead of another");
    }

    @Test
    void missing_cache_is_found_out() throws IOException {
        var cache = new ImageTree(image.root()).cache();
        var aside = Files.move(cache, cache.resolveSibling("aside"));
        try {
            assertThatThrownBy(() -> smoke(image.root(), build.build())).hasMessageContaining("did not start");
        } finally {
            Files.move(aside, cache);
        }
    }

    @Test
    void it_runs_as_nobody_and_says_how() {
        assertThat(image.settings().get("User").asText()).isEqualTo("65532:65532");
        assertThat(image.settings().get("ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(image.settings().get("Labels").get("org.opencontainers.image.version").asText()).isEqualTo(build.build());
        assertThat(new ObjectMapper().convertValue(image.settings().get("Entrypoint"), String[].class))
                .startsWith("/opt/java/bin/java", "-XX:AOTCache=/app/app.aot").endsWith("-jar", "/app/quarkus-run.jar");
    }

    @Test
    void its_user_may_read_everything_and_write_nothing_but_temporary_files() throws IOException {
        try (var files = Files.walk(image.root())) {
            for (var file : files.filter(file -> !file.endsWith("tmp")).toList()) {
                assertThat(Files.getPosixFilePermissions(file)).as(file.toString())
                        .contains(PosixFilePermission.OTHERS_READ).doesNotContain(PosixFilePermission.OTHERS_WRITE);
            }
        }
    }

    @Test
    void it_speaks_tls_as_the_clients_do_and_trusts_public_authorities() throws Exception {
        try (var listener = new ServerSocket(0); var front = new TlsFront(scratch, listener.getLocalPort())) {
            var command = new ArrayList<>(sandbox.of(image.root(), List.of("/opt/java/bin/java",
                    "-cp", "/app/quarkus-run.jar:/tmp/probe", TlsProbe.class.getName(),
                    Integer.toString(front.port()), front.authority())));
            command.addAll(command.indexOf("--"), List.of("--ro-bind", PROBE.toString(), "/tmp/probe"));
            assertThat(Tool.run(command)).contains("OpenSSL true", "handshake true", "Google's root true");
        }
    }

    private void smoke(Path root, String packaged) {
        Smoke.test(sandbox.of(root, Launch.strict(ROOT)), packaged, scratch);
    }
}
