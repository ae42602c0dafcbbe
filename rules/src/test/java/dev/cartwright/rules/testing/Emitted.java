package dev.cartwright.rules.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** That one event went out; immutable. */
public record Emitted(String type, Predicate<FollowUp> fits, String words) implements Expectation {

    /** To this subject. */
    public Emitted to(String subject) {
        return and(followUp -> followUp.subject().equals(subject), " to " + subject);
    }

    /** With this value in its data, or in the extension {@code propertyname}; null stands for absent. */
    public Emitted with(String field, Object value) {
        JsonNode expected = Json.MAPPER.valueToTree(value);
        return and(followUp -> expected.equals(valueOf(followUp, field)), " with " + field + " " + expected);
    }

    private static JsonNode valueOf(FollowUp followUp, String field) {
        var value = field.equals("propertyname") ? followUp.propertyName() : followUp.data().get(field);
        return Json.MAPPER.valueToTree(value);
    }

    private Emitted and(Predicate<FollowUp> more, String moreWords) {
        return new Emitted(type, fits.and(more), words + moreWords);
    }

    @Override
    public Optional<String> failure(Outcome outcome, List<FollowUp> unclaimed) {
        var found = unclaimed.stream().filter(one -> one.type().equals(type)).filter(fits).findFirst();
        found.ifPresent(unclaimed::remove);
        return Expectations.when(found.isEmpty(), "expected " + type + words + " to be emitted");
    }
}
