package dev.cartwright.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An image's files, as a container runtime lays them out, and its settings.
 *
 * @param settings as the image format calls them, such as {@code Entrypoint} and {@code User}
 */
record Unpacked(Path root, JsonNode settings) {

    /** What runtimes mount something on. */
    private static final List<String> MOUNT_POINTS = List.of("proc", "dev");

    static Unpacked of(Path tar, Path scratch) {
        try {
            ImageTree.delete(scratch);
            var image = Files.createDirectories(scratch.resolve("image"));
            var root = Files.createDirectories(scratch.resolve("root"));
            Tool.run(List.of("tar", "-xf", tar.toString(), "-C", image.toString()));
            var json = new ObjectMapper();
            var manifest = json.readTree(image.resolve("manifest.json").toFile()).get(0);
            for (var layer : manifest.get("Layers")) {
                Tool.run(List.of("tar", "-xpzf", image.resolve(layer.asText()).toString(), "-C", root.toString()));
            }
            for (var point : MOUNT_POINTS) {
                Files.createDirectories(root.resolve(point));
            }
            return new Unpacked(root, json.readTree(image.resolve(manifest.get("Config").asText()).toFile()).get("config"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack the image", e);
        }
    }
}
