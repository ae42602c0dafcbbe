package dev.cartwright.image;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The C library of this machine, at the same place in the image: the one that the cache is trained with is the one
 * that it runs with.
 */
final class CLibrary {

    private static final Pattern RESOLVED = Pattern.compile("(/\\S+) \\(0x");

    /** What native code in jars asks for, beside what Java itself is linked with. */
    private static final List<String> BESIDE = List.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0",
            "librt.so.1", "libgcc_s.so.1", "libresolv.so.2", "libnss_dns.so.2", "libnss_files.so.2");

    private CLibrary() {}

    static void copy(Path java, Path root) throws IOException {
        var found = linkedWith(java);
        var libc = found.stream().filter(file -> file.endsWith("libc.so.6")).findFirst()
                .orElseThrow(() -> new UserError("The image needs a Linux with the GNU C library to be made on"));
        for (var name : BESIDE) {
            found.add(libc.resolveSibling(name));
        }
        for (var file : found) {
            var target = root.resolve(Path.of("/").relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static Set<Path> linkedWith(Path java) throws IOException {
        Set<Path> found = new TreeSet<>();
        try (var files = Files.walk(java)) {
            for (var file : files.filter(CLibrary::isNative).toList()) {
                RESOLVED.matcher(Tool.run(List.of("ldd", file.toString()))).results().map(line -> Path.of(line.group(1)))
                        .filter(library -> !library.startsWith(java)).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isNative(Path file) {
        return Files.isRegularFile(file) && (file.toString().endsWith(".so") || file.endsWith("bin/java"));
    }
}
