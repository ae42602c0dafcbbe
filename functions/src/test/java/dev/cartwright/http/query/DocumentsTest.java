package dev.cartwright.http.query;

import static dev.cartwright.http.Call.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
                "/schemas/{type}", "/views/{name}", "/probe");
        assertThat(document.path("components").path("schemas").fieldNames()).toIterable()
                .contains("CloudEvent", "Problem", "product-added-to-cart", "order-received", "SubjectView");
    }

    @Test
    void openapi_is_served_as_the_build_wrote_it_in_either_format() {
        assertThat(CDI.current().select(OpenApiDocumentService.class).get()).isInstanceOf(OpenApiAsBuilt.class);
        assertThat(get("/q/openapi?format=json").text()).isEqualTo(built("JSON"));
        assertThat(get("/q/openapi").text()).isEqualTo(built("YAML")).contains("openapi:", "product-added-to-cart");
    }

    private static String built(String format) {
        try (var document = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("META-INF/quarkus-generated-openapi-doc." + format)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
