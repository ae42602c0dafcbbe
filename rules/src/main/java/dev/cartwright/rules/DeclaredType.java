package dev.cartwright.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * An event type that the catalog knows.
 *
 * @param name the CloudEvents type
 * @param data the record of its data
 * @param subject template of its subject, {@code kind/{field}}; null where the cause's subject is taken over
 * @param group the function group; null for the system's own
 * @param emitters who may send it from outside; empty where Cartwright alone emits it
 */
public record DeclaredType(String name, Class<?> data, String subject, String group, Set<Role> emitters) {

    static DeclaredType ofSystem(String name, Class<?> data) {
        return new DeclaredType(name, data, null, null, Set.of());
    }

    static DeclaredType of(Class<?> type, String group) {
        var annotation = type.getAnnotation(EventType.class);
        if (annotation == null || !annotation.subject().matches("[^/{}]+/\\{[a-z0-9_]+}")) {
            throw new InvalidRules(type.getName() + " is in a function group but has no @EventType with a subject of "
                    + "the form kind/{field}: add @EventType(value = \"its-name\", subject = \"kind/{field}\")");
        }
        var declared = new DeclaredType(annotation.value(), type, annotation.subject(), group, emitters(type));
        var fields = Json.MAPPER.getSerializationConfig().introspect(Json.MAPPER.constructType(type)).findProperties();
        if (fields.stream().noneMatch(field -> field.getName().equals(declared.subjectField()))) {
            throw new InvalidRules(type.getName() + " has no field '" + declared.subjectField()
                    + "' to name its subject " + declared.subject()
                    + ": add the field or mend the subject of its @EventType");
        }
        return declared;
    }

    private static Set<Role> emitters(Class<?> type) {
        var emittedBy = type.getAnnotation(EmittedBy.class);
        return emittedBy == null ? Set.of() : Set.copyOf(List.of(emittedBy.value()));
    }

    public String kind() {
        return Subjects.kind(subject);
    }

    /** The field of the data that names the subject. */
    public String subjectField() {
        return subject.substring(subject.indexOf('{') + 1, subject.length() - 1);
    }

    /** The subject that an event with this data belongs to; null where the naming field is absent. */
    public String subjectOf(JsonNode data) {
        var id = data.path(subjectField()).asText("");
        return id.isEmpty() ? null : kind() + '/' + id;
    }
}
