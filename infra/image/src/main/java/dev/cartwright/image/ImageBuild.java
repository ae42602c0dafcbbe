package dev.cartwright.image;

import dev.cartwright.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** From the package of the functions to an image that is known to work. */
public final class ImageBuild {

    private final Path scratch = Home.directory().normalize().resolve("infra/image/target/image");
    private final Path packaged = Home.directory().normalize().resolve("functions/target/quarkus-app");

    /** The files of the image, its cache trained. */
    public ImageTree train(Jdk jdk) {
        var tree = ImageTree.lay(tree().root(), jdk, packaged);
        Training.run(tree, scratch);
        return tree;
    }

    /** As it was made last. */
    public ImageTree tree() {
        return new ImageTree(scratch.resolve("tree"));
    }

    /** Writes the image of a tree, and what a container runtime makes of that. */
    Unpacked write(ImageTree tree) {
        var tar = scratch.resolve("cartwright.tar");
        container(tree).writeTo(tar);
        return Unpacked.of(tar, scratch.resolve("unpacked"));
    }

    Container container(ImageTree tree) {
        return new Container(tree, build(), scratch);
    }

    /** What the package says that it was built as. */
    String build() {
        try (var jar = new JarFile(packaged.resolve("quarkus-run.jar").toFile())) {
            return jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the package", e);
        }
    }

    Path scratch() {
        return scratch;
    }

    Path packaged() {
        return packaged;
    }
}
