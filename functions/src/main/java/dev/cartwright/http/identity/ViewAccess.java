package dev.cartwright.http.identity;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Role;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may look at which view, now and live; one that is not listed here is shown to nobody. Thread-safe. */
@Singleton
public final class ViewAccess {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> SHOPKEEPERS = EnumSet.of(Role.SERVICE, Role.SRE, Role.ADMIN);
    private static final Set<Role> OPERATORS = EnumSet.of(Role.SRE, Role.ADMIN);

    private final Map<String, Set<Role>> listed = new LinkedHashMap<>();

    ViewAccess() {
        list(EVERYBODY, "products", "top-products");
        list(SHOPKEEPERS, "sales", "conversion", "open-carts");
        list(OPERATORS, "services", "incidents", "alerts", "performance", "activity", "latest-events",
                "rules");
    }

    private void list(Set<Role> roles, String... views) {
        for (var view : views) {
            listed.put(view, roles);
        }
    }

    /** Refuses who may not see it, and views that there are not. */
    public void toSee(Caller caller, String view) {
        var roles = listed.get(view);
        if (roles == null) {
            throw Refusal.malformed("view", "there is no such view; there are " + String.join(", ", listed.keySet()));
        }
        if (!caller.isAny(roles)) {
            throw new Refusal(Problem.of(403, "view", "you may not see this view"));
        }
    }
}
