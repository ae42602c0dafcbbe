package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** Somebody outside is to be told; that is done beside the rules. */
@AutoService(RuleBook.class)
public final class OnAlertNotice implements RuleBook {

    static final Property<String> NEWS = Property.text("news");

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-alert-notice")
                        .describedAs("Keep what is told outside")
                        .on(AlertNotice.class)
                        .then(set(NEWS, AlertNotice::news)));
    }
}
