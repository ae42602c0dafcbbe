package dev.cartwright.http.identity;

import dev.cartwright.http.guest.Guest;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Role;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.EnumSet;
import java.util.Set;

/** Reads a caller off a checked identity. */
final class Identities {

    private Identities() {}

    static Caller caller(SecurityIdentity identity) {
        var name = identity.getPrincipal().getName();
        if (name.startsWith(Guest.PREFIX)) {
            throw new Refusal(Problem.of(403, "a name that begins with " + Guest.PREFIX + " is of guests only"));
        }
        return new Caller(name, roles(identity));
    }

    /** Whoever has no other role is a shopper: back ends and operators act for the shop, not for themselves. */
    private static Set<Role> roles(SecurityIdentity identity) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (identity.hasRole(role.claim())) {
                roles.add(role);
            }
        }
        return roles.isEmpty() ? EnumSet.of(Role.SHOPPER) : roles;
    }
}
