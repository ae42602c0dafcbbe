package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** An instance counted its requests. */
@AutoService(RuleBook.class)
public final class OnRequestsCounted implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-requests-counted")
                        .describedAs("Count the service's requests of the day, and those that were not answered")
                        .on(RequestsCounted.class)
                        .then(add(Availability.REQUESTS, RequestsCounted::requests),
                                add(Availability.ERRORS, RequestsCounted::errors)));
    }
}
