package dev.cartwright.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Java is told to run the functions. */
public final class Launch {

    /** In training as in service: another collector or object layout would have the cache refused. */
    private static final List<String> OPTIONS = List.of(
            // One or two processors and small heaps: the other collectors start slower and take more room.
            "-XX:+UseSerialGC",
            // The rest is for buffers outside the heap, code and threads.
            "-XX:MaxRAMPercentage=60",
            // An instance that is out of memory is of no use to anybody; the platform starts another.
            "-XX:+ExitOnOutOfMemoryError",
            // Nothing is written outside /tmp, and nobody reads these.
            "-XX:-UsePerfData");

    // why: with the heap of a large build machine the cache would hold objects as no instance has them, and none would
    // use it.
    private static final String ROOM_OF_AN_INSTANCE = "-XX:MaxRAM=2g";

    private Launch() {}

    /** As the image's entry point does, with the files of the image at this place. */
    public static List<String> inService(Path root) {
        return command(root, "-XX:AOTCache=" + new ImageTree(root).cache());
    }

    /** As in service, but Java refuses to start where it cannot use the cache. */
    static List<String> strict(Path root) {
        var command = new ArrayList<>(inService(root));
        command.addAll(1, List.of("-XX:AOTMode=on", ROOM_OF_AN_INSTANCE));
        return command;
    }

    /** Java writes the cache when it ends. */
    static List<String> inTraining(Path root) {
        var command = command(root, "-XX:AOTCacheOutput=" + new ImageTree(root).cache());
        command.add(1, ROOM_OF_AN_INSTANCE);
        return command;
    }

    private static List<String> command(Path root, String cache) {
        var tree = new ImageTree(root);
        var command = new ArrayList<>(List.of(tree.java().resolve("bin/java").toString(), cache));
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", tree.app().resolve("quarkus-run.jar").toString()));
        return command;
    }
}
