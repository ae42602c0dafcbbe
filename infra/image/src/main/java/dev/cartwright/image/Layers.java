package dev.cartwright.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The layers of an image, those first that change least. */
final class Layers {

    private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
    private static final FilePermissions FOR_ALL = FilePermissions.fromOctalString("777");

    private final ImageTree tree;
    private final List<Path> files;

    private Layers(ImageTree tree) throws IOException {
        this.tree = tree;
        try (var all = Files.walk(tree.root())) {
            this.files = all.filter(file -> !file.equals(tree.root())).sorted().toList();
        }
    }

    static List<FileEntriesLayer> of(ImageTree tree) throws IOException {
        var layers = new Layers(tree);
        var libraries = tree.app().resolve("lib");
        return List.of(
                layers.layer("system", file -> !file.startsWith(tree.java()) && !file.startsWith(tree.app())),
                layers.layer("java", file -> file.startsWith(tree.java())),
                layers.layer("libraries", file -> file.startsWith(libraries) && !isOurs(file)),
                layers.layer("functions", file -> file.startsWith(tree.app()) && !file.equals(tree.cache())
                        && (!file.startsWith(libraries) || isOurs(file))),
                layers.layer("cache", tree.cache()::equals));
    }

    private FileEntriesLayer layer(String name, Predicate<Path> belongs) {
        var layer = FileEntriesLayer.builder().setName(name);
        for (var file : files) {
            if (belongs.test(file)) {
                layer.addEntry(file, AbsoluteUnixPath.get("/" + tree.root().relativize(file)), permissions(file),
                        ImageTree.TIME);
            }
        }
        return layer.build();
    }

    private FilePermissions permissions(Path file) {
        if (Files.isDirectory(file)) {
            return file.equals(tree.root().resolve("tmp")) ? FOR_ALL : FOLDER;
        }
        return Files.isExecutable(file) ? PROGRAM : FILE;
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().startsWith("dev.cartwright.");
    }
}
