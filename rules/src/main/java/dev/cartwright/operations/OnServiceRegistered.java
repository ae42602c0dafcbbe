package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.RegisterEvent.ServiceRegistered;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** There is a service. */
@AutoService(RuleBook.class)
public final class OnServiceRegistered implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-service-registered")
                        .describedAs("Remember that there is the service, and since when")
                        .on(ServiceRegistered.class)
                        .then(update(Register.SERVICES, Register::plus)));
    }
}
