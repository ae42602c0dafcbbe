package dev.cartwright.http.query;

import dev.cartwright.rules.Json;
import dev.cartwright.rules.schema.EventSchemas;
import dev.cartwright.shop.Shop;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Puts the schema of every declared event type into the OpenAPI document, under the type's name. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class EventSchemasInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        parsed(schemas()).getComponents().getSchemas().forEach(document.getComponents()::addSchema);
    }

    private static Map<String, Object> schemas() {
        var schemas = EventSchemas.of(Shop.events());
        var byType = new TreeMap<String, Object>();
        schemas.types().forEach(type -> byType.put(type, schemas.schema(type).orElseThrow()));
        return byType;
    }

    private static OpenAPI parsed(Map<String, Object> schemas) {
        var json = Json.bytes(Map.of("openapi", "3.1.0", "components", Map.of("schemas", schemas)));
        return SmallRyeOpenAPI.builder().enableAnnotationScan(false).enableModelReader(false)
                .enableStandardFilter(false).enableStandardStaticFiles(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(json)).build().model();
    }
}
