package dev.cartwright.http.query;

import static dev.cartwright.http.Call.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What describes the application to programs. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class DocumentsTest {

    @Test
    void every_type_has_its_schema() {
        var links = get("/schemas").json().path("schemas");
        assertThat(links.findValuesAsText("type")).contains("product-added-to-cart", "order-placed");
        for (var link : links) {
            var schema = get(link.path("schema").asText());
            assertThat(schema.header("content-type")).startsWith("application/schema+json");
            assertThat(schema.json().path("$id").asText()).isEqualTo(link.path("schema").asText());
        }
    }

    @Test
    void unknown_schema_is_not_found() {
        assertThat(get("/schemas/never-heard-of").status()).isEqualTo(404);
        assertThat(Call.of("GET", "/schemas").with("accept", "text/html").send().status()).isEqualTo(406);
    }

    @Test
    void openapi_describes_every_path_and_every_event() {
        var document = get("/q/openapi?format=json").json();
        assertThat(document.path("paths").fieldNames()).toIterable().contains("/", "/events",
                "/subjects/{kind}/{id}", "/subjects/{kind}/{id}/events", "/subjects/{kind}/{id}/explain", "/schemas",
                "/schemas/{type}");
        assertThat(document.path("components").path("schemas").fieldNames()).toIterable()
                .contains("CloudEvent", "Problem", "product-added-to-cart", "order-received", "SubjectView");
    }
}
