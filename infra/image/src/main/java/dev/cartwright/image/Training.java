package dev.cartwright.image;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets the functions work once, so that Java remembers what it loaded and linked. */
final class Training {

    private Training() {}

    /** Writes the cache of this tree; its files are not to change any more. */
    static void run(ImageTree tree, Path scratch) {
        try {
            try (var surroundings = new Surroundings(scratch);
                    var instance = Instance.start(Launch.inTraining(tree.root()), surroundings.settings(),
                            scratch.resolve("training.log"))) {
                Exercises.run(instance, surroundings.authorization());
                instance.end();
                if (!Files.exists(tree.cache())) {
                    throw new UserError("Java wrote no cache: " + instance.output());
                }
            }
            tree.setTimes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot train", e);
        }
    }
}
