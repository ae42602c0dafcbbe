package dev.cartwright.image;

import java.nio.file.Path;
import java.util.List;

/** A Java with no more modules than the functions use. */
final class JavaRuntime {

    /** What the code asks for, as jdeps finds it. */
    static final List<String> USED = List.of("java.base", "java.compiler", "java.instrument", "java.logging",
            "java.management", "java.naming", "java.rmi", "java.security.jgss", "java.security.sasl", "java.sql",
            "java.transaction.xa", "java.xml", "jdk.management", "jdk.unsupported");

    /** What is only looked up by name: files in jars, DNS names, elliptic curves, and HTTP of the platform. */
    private static final List<String> LOOKED_UP = List.of("jdk.zipfs", "jdk.naming.dns", "jdk.crypto.ec", "java.net.http");

    private JavaRuntime() {}

    static void link(Jdk jdk, Path target) {
        // why not compressed: the layers are anyway, and what is unpacked at every start costs time.
        Tool.run(List.of(jdk.tool("jlink").toString(), "--add-modules",
                String.join(",", USED) + "," + String.join(",", LOOKED_UP),
                "--strip-debug", "--no-header-files", "--no-man-pages", "--output", target.toString()));
    }
}
