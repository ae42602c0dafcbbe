package dev.cartwright.config;

import dev.cartwright.rules.Sha256;
import dev.cartwright.runtime.RuleSetVersion;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The class files of the rules and of what runs them: other files, other rules. */
final class RulesCode {

    private final MessageDigest digest = Sha256.digest();
    private long newest;

    private RulesCode() {}

    /**
     * Of the jar or folder that the class comes from.
     *
     * @param number of the version; the time of the newest class file, in epoch seconds, where it is not set
     */
    static RuleSetVersion version(Class<?> of, OptionalLong number) {
        try {
            return version(root(of), number);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the rules' code", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the rules' code", e);
        }
    }

    // why not its code source: Java does not tell that of a class that comes out of its cache in another place.
    private static Path root(Class<?> of) throws IOException, URISyntaxException {
        var file = of.getResource(of.getSimpleName() + ".class");
        if (file.openConnection() instanceof JarURLConnection jar) {
            return Path.of(jar.getJarFileURL().toURI());
        }
        var path = Path.of(file.toURI());
        return path.getRoot().resolve(path.subpath(0, path.getNameCount() - of.getName().split("\\.").length));
    }

    static RuleSetVersion version(Path jarOrFolder, OptionalLong number) throws IOException {
        var code = new RulesCode();
        if (Files.isDirectory(jarOrFolder)) {
            code.addFolder(jarOrFolder);
        } else {
            code.addJar(jarOrFolder);
        }
        return new RuleSetVersion(number.orElse(code.newest), HexFormat.of().formatHex(code.digest.digest(), 0, 8));
    }

    private void addFolder(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            var relative = paths.map(path -> root.relativize(path).toString().replace(File.separatorChar, '/'));
            for (var name : names(relative)) {
                var file = root.resolve(name);
                add(name, Files.readAllBytes(file), Files.getLastModifiedTime(file));
            }
        }
    }

    // why not as a file system: Java has the jar open already, and this shares what it knows of it.
    private void addJar(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            for (var name : names(jar.stream().map(JarEntry::getName))) {
                var entry = jar.getJarEntry(name);
                try (var bytes = jar.getInputStream(entry)) {
                    add(name, bytes.readAllBytes(), entry.getLastModifiedTime());
                }
            }
        }
    }

    private static List<String> names(Stream<String> all) {
        return all.filter(name -> name.endsWith(".class")).sorted().toList();
    }

    private void add(String name, byte[] bytes, FileTime time) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        newest = Math.max(newest, time.toInstant().getEpochSecond());
    }
}
