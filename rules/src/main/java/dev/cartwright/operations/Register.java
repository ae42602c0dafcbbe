package dev.cartwright.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.operations.RegisterEvent.ServiceRegistered;
import dev.cartwright.rules.Property;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is remembered of what there is to look after. */
public final class Register {

    /** The kind of the subjects that registers are. */
    public static final String KIND = "register";
    /** The register that every service stands in. */
    public static final String ALL = "services";
    /** Since when there is each of them. */
    public static final Property<Map<String, String>> SERVICES = Property.of("services", new TypeReference<>() {});

    private Register() {}

    static Map<String, String> plus(Optional<Map<String, String>> services, ServiceRegistered news) {
        var changed = new TreeMap<>(services.orElse(Map.of()));
        changed.merge(news.service(), news.since(), (known, told) -> told.compareTo(known) < 0 ? told : known);
        return changed;
    }
}
