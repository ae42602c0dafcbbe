package dev.cartwright.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import dev.cartwright.local.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** A tree as a container image, from scratch. */
final class Container {

    static final String USER = "65532:65532";
    private static final int PORT = 8080;

    private final ImageTree tree;
    private final String build;
    private final Path scratch;

    Container(ImageTree tree, String build, Path scratch) {
        this.tree = tree;
        this.build = build;
        this.scratch = scratch;
    }

    void writeTo(Path tar) {
        containerize(() -> Containerizer.to(TarImage.at(tar).named("cartwright:" + build)));
    }

    /** The reference by digest of what was pushed. */
    String pushTo(String reference) {
        var pushed = containerize(() -> {
            var image = ImageReference.parse(reference);
            var credentials = CredentialRetrieverFactory.forImage(image, event -> {});
            return Containerizer.to(RegistryImage.named(image)
                    .addCredentialRetriever(credentials.dockerConfig())
                    .addCredentialRetriever(credentials.wellKnownCredentialHelpers())
                    .addCredentialRetriever(credentials.googleApplicationDefaultCredentials()));
        });
        var image = pushed.getTargetImage();
        return ImageReference.of(image.getRegistry(), image.getRepository(), null, pushed.getDigest().toString()).toString();
    }

    private JibContainer containerize(Target target) {
        try {
            // why: Jib knows a layer again by the names and times of its files, and here all times are the same.
            ImageTree.delete(layers());
            return image().containerize(target.containerizer().setToolName("cartwright")
                    .setApplicationLayersCache(layers()).setBaseImageLayersCache(layers()));
        } catch (IOException | RegistryException | CacheDirectoryCreationException | ExecutionException e) {
            throw new UserError("The image cannot be written: " + e.getMessage(), e);
        } catch (InvalidImageReferenceException e) {
            throw new UserError(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Path layers() {
        return scratch.resolve("layers");
    }

    private JibContainerBuilder image() throws IOException {
        var image = Jib.fromScratch()
                .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                .setCreationTime(Instant.now())
                .setUser(USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .addExposedPort(Port.tcp(PORT))
                .setEntrypoint(Launch.inService(Path.of("/")))
                .setLabels(Map.of("org.opencontainers.image.title", "Cartwright",
                        "org.opencontainers.image.description", "Rule-based serverless functions on a shop's cloud events",
                        "org.opencontainers.image.version", build));
        for (var layer : Layers.of(tree)) {
            image.addFileEntriesLayer(layer);
        }
        return image;
    }

    /** Of this machine, whose Java and C library it holds. */
    private static String architecture() {
        var name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    /** Where an image goes. */
    private interface Target {
        Containerizer containerizer() throws InvalidImageReferenceException;
    }
}
