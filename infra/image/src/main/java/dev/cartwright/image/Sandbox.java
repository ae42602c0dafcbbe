package dev.cartwright.image;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a program on the files of an image alone: read-only, as the image's user, with a /tmp of its own.
 *
 * @param bubblewrap the program that does it
 */
record Sandbox(Path bubblewrap) {

    /** Absent where there is no bubblewrap, or this machine does not let it work. */
    static Optional<Sandbox> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "bwrap")).filter(Files::isExecutable).map(Sandbox::new)
                .filter(Sandbox::works).findFirst();
    }

    /** What is to be run to run this command in there. */
    List<String> of(Path root, List<String> command) {
        var user = Container.USER.split(":");
        var all = new ArrayList<>(List.of(bubblewrap.toString(), "--unshare-user", "--unshare-pid", "--uid", user[0],
                "--gid", user[1], "--ro-bind", root.toString(), "/", "--proc", "/proc", "--dev", "/dev",
                "--tmpfs", "/tmp", "--chdir", "/app", "--die-with-parent", "--"));
        all.addAll(command);
        return all;
    }

    private boolean works() {
        try {
            Tool.run(List.of(bubblewrap.toString(), "--unshare-user", "--unshare-pid", "--ro-bind", "/", "/", "--proc", "/proc",
                    "true"));
            return true;
        } catch (RuntimeException notAllowed) {
            return false;
        }
    }
}
