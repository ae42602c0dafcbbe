package dev.cartwright.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's rule and its test compile, and the test passes. */
class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("class (\\w+)");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    @Test
    void theRuleOfTheReadmePassesItsTest() throws Exception {
        compile(writeBlocks());
        // What the annotation would have left behind.
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.cartwright.rules.RuleBook"), "dev.cartwright.shop.cart.OnBulkAdd");
        var test = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                folder + File.pathSeparator + CLASS_PATH, TestMethods.class.getName(),
                "dev.cartwright.shop.cart.OnBulkAddTest").redirectErrorStream(true).start();
        assertThat(test.waitFor(60, TimeUnit.SECONDS)).as("the test ended").isTrue();
        assertThat(new String(test.getInputStream().readAllBytes())).contains("2 passed");
        assertThat(test.exitValue()).isZero();
    }

    private List<Path> writeBlocks() throws IOException {
        List<Path> files = new ArrayList<>();
        var blocks = JAVA_BLOCK.matcher(Files.readString(Path.of("../README.md")));
        while (blocks.find()) {
            var type = TYPE.matcher(blocks.group(1));
            assertThat(type.find()).as("a class in %s", blocks.group(1)).isTrue();
            files.add(Files.writeString(folder.resolve(type.group(1) + ".java"), blocks.group(1)));
        }
        return files;
    }

    private void compile(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", folder.toString(), "-cp", CLASS_PATH, "-proc:none");
            var units = manager.getJavaFileObjectsFromPaths(files);
            assertThat(compiler.getTask(messages, manager, null, options, null, units).call())
                    .as(() -> messages.toString()).isTrue();
        }
    }
}
