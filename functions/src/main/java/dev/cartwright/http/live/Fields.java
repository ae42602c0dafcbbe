package dev.cartwright.http.live;

import com.fasterxml.jackson.databind.JavaType;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.SystemEvent;
import dev.cartwright.runtime.Extensions;
import io.cloudevents.SpecVersion;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What filters may ask for: attributes, and what the data of declared types has beside lists and objects. */
@Singleton
final class Fields {

    /** Of the feed's own types, which no catalog has. */
    private static final Map<String, Set<String>> OF_THE_FEED = Map.of(
            SystemEvent.CHANGED, Set.of("version", "position"),
            SystemEvent.CORRECTED, Set.of(),
            SystemEvent.VIEW_CHANGED, Set.of("name", "asof"));

    private static final Set<String> ATTRIBUTES = Stream.concat(SpecVersion.V1.getAllAttributes().stream(),
            Stream.of(Extensions.RECORDED_TIME, Extensions.CORRELATION_ID, Extensions.CAUSATION_ID,
                    Extensions.PROPERTY_NAME, Extensions.HOPS, Extensions.TRACEPARENT, Extensions.TRACESTATE))
            .collect(Collectors.toUnmodifiableSet());

    private final EventCatalog catalog;

    Fields(EventCatalog catalog) {
        this.catalog = catalog;
    }

    /** Of events of these types, of any where there are none; empty where one of them may have whatever there is. */
    Optional<Set<String>> of(Set<String> types) {
        var fields = new HashSet<>(ATTRIBUTES);
        for (var type : types.isEmpty() ? all() : types) {
            var declared = catalog.find(type);
            if (declared.isEmpty() && !OF_THE_FEED.containsKey(type)) {
                return Optional.empty();
            }
            declared.ifPresentOrElse(known -> fields.addAll(scalars(known)), () -> fields.addAll(OF_THE_FEED.get(type)));
        }
        return Optional.of(fields);
    }

    private Set<String> all() {
        return Stream.of(OF_THE_FEED.keySet().stream(), catalog.types().stream().map(DeclaredType::name),
                Stream.of(SystemEvent.PROPERTY_CHANGED, SystemEvent.DEAD_LETTERED)).flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static Set<String> scalars(DeclaredType type) {
        return Json.MAPPER.getSerializationConfig().introspect(Json.MAPPER.constructType(type.data())).findProperties()
                .stream().filter(field -> isScalar(field.getPrimaryType()))
                .map(field -> FlatEvent.name(field.getName())).collect(Collectors.toSet());
    }

    private static boolean isScalar(JavaType type) {
        return !type.isContainerType() && !type.getRawClass().isRecord();
    }
}
