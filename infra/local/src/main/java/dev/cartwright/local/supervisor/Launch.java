package dev.cartwright.local.supervisor;

import dev.cartwright.local.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the functions application is run: from its jar, or by the build tool, which reloads what is edited. */
record Launch(List<String> command) {
    static Launch ofJar(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new UserError("There is no %s: build it with ./mvnw -DskipTests package".formatted(jar));
        }
        return new Launch(List.of(java(), "-jar", jar.toAbsolutePath().toString()));
    }

    static Launch ofSources() {
        return new Launch(List.of("./mvnw", "-q", "-pl", "functions", "-am", "test-compile", "quarkus:dev",
            "-Dquarkus.devservices.enabled=false", "-Dquarkus.test.continuous-testing=disabled",
            "-Dquarkus.analytics.disabled=true", "-Ddebug=false"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
