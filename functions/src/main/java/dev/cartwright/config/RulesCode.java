package dev.cartwright.config;

import dev.cartwright.runtime.RuleSetVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** The class files of the rules and of what runs them: other files, other rules. */
final class RulesCode {

    private static final List<String> PACKAGES = List.of("dev/cartwright/rules", "dev/cartwright/shop");

    private final MessageDigest digest;
    private long newest;

    private RulesCode() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

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
            code.addAll(jarOrFolder);
        } else {
            try (var jar = FileSystems.newFileSystem(jarOrFolder)) {
                code.addAll(jar.getPath("/"));
            }
        }
        return new RuleSetVersion(number.orElse(code.newest), HexFormat.of().formatHex(code.digest.digest(), 0, 8));
    }

    private void addAll(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        for (var name : PACKAGES) {
            if (Files.exists(root.resolve(name))) {
                try (var paths = Files.walk(root.resolve(name))) {
                    paths.filter(path -> path.toString().endsWith(".class")).forEach(files::add);
                }
            }
        }
        files.sort((a, b) -> a.toString().compareTo(b.toString()));
        for (var file : files) {
            add(root.relativize(file).toString(), file);
        }
    }

    private void add(String name, Path file) throws IOException {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
        newest = Math.max(newest, Files.getLastModifiedTime(file).toInstant().getEpochSecond());
    }
}
