package dev.cartwright.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.shop.Shop;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCodeTest {

    private static final String RULE = "dev/cartwright/shop/cart/Rule.class";

    @TempDir
    Path folder;

    @Test
    void shop_has_a_version() {
        var version = RulesCode.version(Shop.class, OptionalLong.empty());
        assertThat(version.hash()).matches("[0-9a-f]{16}");
        assertThat(version.number()).isBetween(1_600_000_000L, Instant.now().getEpochSecond() + 1);
        assertThat(RulesCode.version(Shop.class, OptionalLong.of(7)).number()).isEqualTo(7);
    }

    @Test
    void edited_rule_is_another_and_newer_version() throws IOException {
        write(folder, RULE, "one", 100);
        var before = RulesCode.version(folder, OptionalLong.empty());
        write(folder, RULE, "two", 200);
        var after = RulesCode.version(folder, OptionalLong.empty());
        assertThat(after.isNewerThan(before)).isTrue();
        assertThat(after.number()).isEqualTo(200);
    }

    @Test
    void rule_that_is_only_compiled_again_is_the_same() throws IOException {
        write(folder, RULE, "one", 100);
        var before = RulesCode.version(folder, OptionalLong.empty());
        write(folder, RULE, "one", 200);
        assertThat(RulesCode.version(folder, OptionalLong.empty()).isSameAs(before)).isTrue();
    }

    @Test
    void rule_of_any_package_counts() throws IOException {
        write(folder, RULE, "one", 100);
        var before = RulesCode.version(folder, OptionalLong.empty());
        write(folder, "com/acme/shop/OnBulkAdd.class", "x", 300);
        assertThat(RulesCode.version(folder, OptionalLong.empty()).isNewerThan(before)).isTrue();
    }

    @Test
    void what_is_no_rule_does_not_count() throws IOException {
        write(folder, RULE, "one", 100);
        var before = RulesCode.version(folder, OptionalLong.empty());
        write(folder, "dev/cartwright/shop/notes.txt", "x", 300);
        assertThat(RulesCode.version(folder, OptionalLong.empty())).isEqualTo(before);
    }

    @Test
    void jar_and_folder_of_the_same_files_are_the_same() throws IOException {
        write(folder, RULE, "one", 100);
        var jar = folder.resolve("rules.jar");
        try (var files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            write(files.getPath("/"), RULE, "one", 100);
        }
        assertThat(RulesCode.version(jar, OptionalLong.empty()).isSameAs(
                RulesCode.version(folder, OptionalLong.empty()))).isTrue();
    }

    private static void write(Path root, String name, String content, long epochSecond) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(epochSecond)));
    }
}
