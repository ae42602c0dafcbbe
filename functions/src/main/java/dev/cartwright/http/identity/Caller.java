package dev.cartwright.http.identity;

import dev.cartwright.http.guest.Guest;
import dev.cartwright.rules.Role;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param name as its issuer knows it: the {@code sub} of a token
 */
public record Caller(String name, Set<Role> roles) {

    /** Whoever works on a laptop. */
    static final Caller DEVELOPER = new Caller("developer", EnumSet.allOf(Role.class));

    private static final String KEY = Caller.class.getName();
    private static final Set<Role> ACTING_FOR_THE_SHOP = EnumSet.of(Role.SERVICE, Role.SRE, Role.ADMIN);
    private static final Set<Role> TRUSTED = EnumSet.of(Role.SERVICE, Role.ADMIN);

    /** Of a request that got past the guard to where an identity is asked for. */
    public static Caller of(RoutingContext request) {
        Caller caller = request.get(KEY);
        if (caller == null) {
            throw new IllegalStateException("Nobody asked who makes this request: " + request.normalizedPath());
        }
        return caller;
    }

    static Caller of(Guest guest) {
        return new Caller(guest.id(), EnumSet.of(Role.GUEST));
    }

    /** True for a shopper or a guest, who acts for nobody else. */
    public boolean isPerson() {
        return !isAny(ACTING_FOR_THE_SHOP);
    }

    void attach(RoutingContext request) {
        request.put(KEY, this);
    }

    /** Whether it has one of these roles. */
    boolean isAny(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** The only subject that a guest or a shopper may write to. */
    boolean owns(String subject) {
        return subject.equals("user/" + name);
    }

    /** Of one word below its name and no more: another's name may begin with this one and a slash. */
    boolean ownsBelow(String kind, String subject) {
        var own = kind + '/' + name + '/';
        return subject.startsWith(own) && subject.indexOf('/', own.length()) < 0;
    }

    /** True where it may write to any subject, and send types that are not declared. */
    boolean isTrusted() {
        return isAny(TRUSTED);
    }
}
