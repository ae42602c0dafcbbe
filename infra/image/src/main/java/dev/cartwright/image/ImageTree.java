package dev.cartwright.image;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The files of the image, as they are laid out on this machine. */
public record ImageTree(Path root) {

    /** Of every file: the cache is for files of that time, and layers that hold the same are the same. */
    static final Instant TIME = Instant.ofEpochSecond(1);

    private static final List<String> PACKAGE = List.of("app", "lib", "quarkus", "quarkus-run.jar");

    /**
     * Lays out anew what a package of the functions needs; nothing of an earlier one stays, its cache least of all.
     *
     * @param packaged the folder that holds {@code quarkus-run.jar}
     */
    static ImageTree lay(Path root, Jdk jdk, Path packaged) {
        if (!Files.isRegularFile(packaged.resolve("quarkus-run.jar"))) {
            throw new UserError("There is no package in %s: build it with ./mvnw -DskipTests package".formatted(packaged));
        }
        try {
            var tree = new ImageTree(root);
            delete(root);
            Files.createDirectories(tree.java().getParent());
            JavaRuntime.link(jdk, tree.java());
            CLibrary.copy(tree.java(), root);
            for (var part : PACKAGE) {
                copy(packaged.resolve(part), tree.app().resolve(part));
            }
            tree.addSettings();
            tree.setTimes();
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lay out the image", e);
        }
    }

    Path java() {
        return root.resolve("opt/java");
    }

    Path app() {
        return root.resolve("app");
    }

    Path cache() {
        return app().resolve("app.aot");
    }

    /** Sets the time of every file to the same. */
    void setTimes() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(TIME));
            }
        }
    }

    private void addSettings() throws IOException {
        Files.createDirectories(root.resolve("tmp"));
        var etc = Files.createDirectories(root.resolve("etc"));
        Files.writeString(etc.resolve("passwd"), "root:x:0:0:root:/:/none\nnonroot:x:65532:65532:nonroot:/:/none\n");
        Files.writeString(etc.resolve("group"), "root:x:0:\nnonroot:x:65532:\n");
        Files.writeString(etc.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n");
    }

    static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
