package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the build in the cloud gets to see, as the real gcloud reads the list of what to leave out. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "gcloud is a script there, which this test does not start")
class UploadTest {
    private static final Path IGNORED = Path.of("..", "..", "infra", "cloud", "gcloudignore");

    @TempDir
    private Path directory;

    @Test
    void sources_go_up_and_nothing_else() throws Exception {
        put(".git/HEAD", ".mvn/wrapper/properties", "LICENSE", "deploy.sh", "functions/src/main/F.java", "functions/target/f.jar",
            "infra/bench/pom.xml", "infra/bench/src/main/B.java", "infra/cloud/cloud.sh", "infra/image/src/main/I.java",
            "infra/local/src/main/L.java", "infra/terraform/.terraform/state", "mvnw", "pom.xml",
            "rules/src/main/R.java", "rules/src/test/RTest.java");

        assertThat(uploaded()).containsExactlyInAnyOrder(".mvn/wrapper/properties", "functions/src/main/F.java",
            "infra/bench/pom.xml", "infra/image/src/main/I.java", "infra/local/src/main/L.java", "mvnw", "pom.xml",
            "rules/src/main/R.java");
    }

    @Test
    void each_module_of_the_build_goes_up() throws Exception {
        var always = Files.readString(Path.of("..", "..", "pom.xml")).split("<profiles>")[0];
        var modules = Pattern.compile("<module>(.+)</module>").matcher(always)
            .results().map(module -> module.group(1) + "/pom.xml").toList();
        put(modules.toArray(String[]::new));

        assertThat(uploaded()).containsExactlyInAnyOrderElementsOf(modules);
    }

    private void put(String... files) throws Exception {
        for (var file : files) {
            var path = directory.resolve("checkout").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "something");
        }
    }

    private List<String> uploaded() throws Exception {
        var checkout = directory.resolve("checkout");
        Files.copy(IGNORED, checkout.resolve(".gcloudignore"));
        return Tool.installed("gcloud", directory).run("meta", "list-files-for-upload", checkout.toString()).lines().toList();
    }
}
