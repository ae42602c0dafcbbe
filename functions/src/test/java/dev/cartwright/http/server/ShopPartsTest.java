package dev.cartwright.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What elements.d.ts promises of the shop's parts is what they do. */
class ShopPartsTest {

    private static final Path SHOP = Path.of("src/main/resources/META-INF/resources/shop");

    @Test
    void every_part_and_every_event_of_theirs_is_described_and_no_other() throws IOException {
        var described = Files.readString(SHOP.resolve("elements.d.ts"));
        var code = new StringBuilder(Files.readString(SHOP.resolve("session.js")));
        try (var parts = Files.list(SHOP.resolve("elements"))) {
            for (var part : parts.toList()) {
                code.append(Files.readString(part));
            }
        }
        var names = names("customElements\\.define\\('([^']+)'|(?:tell|hear|CustomEvent)\\('([^']+)'", code);
        assertThat(names).hasSizeGreaterThan(10).isEqualTo(names("(?m)^  '([^']+)': ()", described));
    }

    private static Set<String> names(String pattern, CharSequence text) {
        return new TreeSet<>(Pattern.compile(pattern).matcher(text).results().map(ShopPartsTest::name).toList());
    }

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
