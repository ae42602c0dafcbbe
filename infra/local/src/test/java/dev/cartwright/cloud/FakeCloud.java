package dev.cartwright.cloud;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A checkout, an empty project, and fakes of gcloud, terraform and curl that remember what they were called with. */
final class FakeCloud {
    static final List<String> FIRST_TIME = List.of("cloud", "--project", "my-shop", "--region", "europe-west1");

    private static final Path PROJECT = Path.of("..", "..");
    private static final List<String> WITHOUT_THE_SYSTEM = List.of("bash", "cat", "cut", "dirname", "env", "grep", "sed");

    private final Path checkout;
    private final Path world;
    private final Path tools;
    private String path;

    FakeCloud(Path directory) throws IOException {
        checkout = directory.resolve("checkout");
        world = Files.createDirectories(directory.resolve("world"));
        tools = Files.createDirectories(directory.resolve("tools"));
        path = tools + File.pathSeparator + System.getenv("PATH");
        Files.createDirectories(world.resolve("prescribed"));
        for (var tool : List.of("gcloud", "terraform", "curl")) {
            copy(Path.of("src/test/resources/dev/cartwright/cloud/fake"), tools.resolve(tool));
        }
        copyTree("infra/cloud");
        copyTree("infra/terraform");
        copy(PROJECT.resolve("deploy.sh"), checkout.resolve("deploy.sh"));
        for (var source : List.of("pom.xml", "mvnw", ".mvn/wrapper", "functions/Functions.java", "infra/local/pom.xml",
            "infra/image/pom.xml", "infra/bench/pom.xml", "rules/pom.xml", "rules/src/main/Rules.java")) {
            edit(source, "as it was");
        }
    }

    /** Changes a file of the checkout. */
    void edit(String file, String text) throws IOException {
        var path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** As on a machine that has little more than a shell. */
    void removeTools(String... names) throws IOException {
        for (var name : names) {
            Files.delete(tools.resolve(name));
        }
        for (var name : WITHOUT_THE_SYSTEM) {
            forward(name);
        }
        path = tools.toString();
    }

    /** Lets calls that hold the text answer or, if the code is not 0, complain. */
    void prescribe(String text, int code, String answer) throws IOException {
        var file = world.resolve("prescribed").resolve(text.replaceAll("[^a-z]", "-"));
        Files.writeString(file, text + "\n" + code + "\n" + answer + "\n");
    }

    void forgetPrescriptions() throws IOException {
        try (var files = Files.list(world.resolve("prescribed"))) {
            files.forEach(FakeCloud::delete);
        }
    }

    /** From now on an order's revision that is new does not come up. */
    void breakRevisions() throws IOException {
        put("broken", "");
    }

    void mendRevisions() throws IOException {
        Files.delete(world.resolve("broken"));
    }

    boolean hasInCheckout(String file) {
        return Files.exists(checkout.resolve(file));
    }

    void put(String name, String text) throws IOException {
        Files.writeString(world.resolve(name), text);
    }

    String read(String name) throws IOException {
        return Files.readString(world.resolve(name));
    }

    boolean holds(String name) {
        return Files.exists(world.resolve(name));
    }

    /** Deploys for the first time, with consent. */
    Run deployed(String... more) throws Exception {
        return deploy(Stream.concat(FIRST_TIME.stream(), Stream.concat(Stream.of("--yes"), Stream.of(more))).toList());
    }

    Run deploy(String... arguments) throws Exception {
        return deploy(List.of(arguments));
    }

    Run deploy(List<String> arguments) throws Exception {
        var command = new ArrayList<>(List.of("bash", "deploy.sh"));
        command.addAll(arguments);
        return run(command, "");
    }

    /** Runs with a terminal, at which somebody types. */
    Run deployAtTerminal(String typed, String... arguments) throws Exception {
        return run(List.of("/usr/bin/script", "-qec", "bash deploy.sh " + String.join(" ", arguments), "/dev/null"), typed);
    }

    private Run run(List<String> command, String input) throws Exception {
        Files.deleteIfExists(world.resolve("calls"));
        var out = world.resolve("out");
        var err = world.resolve("err");
        var builder = new ProcessBuilder(command).directory(checkout.toFile())
            .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "WORLD", world.toString(), "HOME", world.toString(),
            "CARTWRIGHT_PAUSE_SECONDS", "0"));
        var process = builder.start();
        try (var typing = process.outputWriter()) {
            typing.write(input);
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end:\n" + Files.readString(out) + Files.readString(err));
        }
        var calls = holds("calls") ? read("calls").lines().map(Call::parse).toList() : List.<Call>of();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err), calls);
    }

    private void forward(String tool) throws IOException {
        for (var place : System.getenv("PATH").split(File.pathSeparator)) {
            var file = Path.of(place, tool).toAbsolutePath();
            if (Files.isExecutable(file)) {
                makeExecutable(Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + file + " \"$@\"\n"));
                return;
            }
        }
    }

    private void copyTree(String folder) throws IOException {
        try (var files = Files.walk(PROJECT.resolve(folder))) {
            for (var file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("node_modules")).toList()) {
                copy(file, checkout.resolve(PROJECT.relativize(file)));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        makeExecutable(to);
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
