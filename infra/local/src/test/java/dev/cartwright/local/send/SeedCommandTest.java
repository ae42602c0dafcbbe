package dev.cartwright.local.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cartwright.local.Cartwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedCommandTest {
    private static final Path FILE = Path.of("seed/products.jsonl");
    private static final Path PAGES = Path.of("../../functions/src/main/resources/META-INF/resources");

    @Test
    void lists_twenty_products() {
        try (var ingest = new FakeIngest((ids, response) -> response.setStatusCode(202).end())) {
            assertThat(Cartwright.run("seed", FILE.toString(), "--url", ingest.url())).isZero();
            assertThat(ingest.ids()).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void ends_badly_where_a_product_is_refused() {
        try (var ingest = new FakeIngest((ids, response) -> response.setStatusCode(403).end())) {
            assertThat(Cartwright.run("seed", FILE.toString(), "--url", ingest.url())).isEqualTo(1);
        }
    }

    @Test
    void every_product_has_a_name_a_price_a_category_and_a_small_picture() throws IOException {
        assertThat(products()).hasSize(20).allSatisfy(event -> {
            var data = event.path("data");
            assertThat(event.path("type").asText()).isEqualTo("product-listed");
            assertThat(event.path("subject").asText()).isEqualTo("product/" + data.path("product_id").asText());
            assertThat(data.path("name").asText()).isNotBlank();
            assertThat(data.path("category").asText()).isNotBlank();
            assertThat(data.path("price").isNumber()).isTrue();
            assertThat(Files.size(PAGES.resolve(data.path("image").asText().substring(1)))).isBetween(100L, 4_000L);
        });
    }

    private static List<JsonNode> products() throws IOException {
        var json = new ObjectMapper();
        try (var lines = Files.lines(FILE)) {
            return lines.map(line -> {
                try {
                    return json.readTree(line);
                } catch (IOException e) {
                    throw new AssertionError(line, e);
                }
            }).toList();
        }
    }
}
