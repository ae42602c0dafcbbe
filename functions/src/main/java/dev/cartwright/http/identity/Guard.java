package dev.cartwright.http.identity;

import dev.cartwright.http.identity.Paths.Need;
import dev.cartwright.http.guest.Guests;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Problems;
import dev.cartwright.rules.Role;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Stands before every path, and lets nothing by that {@link Paths} does not allow to who asks for it. */
@Singleton
final class Guard {

    /** After Quarkus has looked who could authenticate, and before all that answers. */
    private static final int BEFORE_ALL_PATHS = 50;

    private final Authentication authentication;
    private final Deliveries deliveries;
    private final Guests guests;
    private final IdentityConfig config;

    Guard(Authentication authentication, Deliveries deliveries, Guests guests, IdentityConfig config) {
        this.authentication = authentication;
        this.deliveries = deliveries;
        this.guests = guests;
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_PATHS);
    }

    private void handle(RoutingContext request) {
        var need = Paths.need(request);
        if (need instanceof Need.Nothing) {
            request.next();
        } else if (need instanceof Need.Delivery) {
            delivery(request);
        } else {
            caller(request, caller -> admit(request, caller, need));
        }
    }

    private void delivery(RoutingContext request) {
        switch (deliveries.auth()) {
            case IAM, NONE -> request.next();
            case CLOSED -> Answers.problem(request, Problem.of(403, "nothing is delivered here"));
            case OIDC -> {
                Issuers.expectDelivery(request);
                identity(request, identity -> {
                    deliveries.check(identity);
                    request.next();
                });
            }
        }
    }

    private static void admit(RoutingContext request, Caller caller, Need need) {
        if (need instanceof Need.Identity identity && caller.isAny(identity.roles())) {
            caller.attach(request);
            request.next();
        } else {
            // From an administrator nothing is hidden: what is not listed is not there.
            boolean isThere = need instanceof Need.Identity || !caller.roles().contains(Role.ADMIN);
            Answers.problem(request, Problems.ofStatus(isThere ? 403 : 404));
        }
    }

    private void caller(RoutingContext request, Consumer<Caller> next) {
        var ofGuest = Credentials.token(request).filter(guests::claims);
        if (config.development() && !Credentials.areIn(request)) {
            next.accept(Caller.DEVELOPER);
        } else if (ofGuest.isPresent()) {
            guest(request, ofGuest.get(), next);
        } else {
            identity(request, identity -> next.accept(Identities.caller(identity)));
        }
    }

    /** Never asks the issuer: a guest's token is checked with our own keys, and anybody else's never is. */
    private void guest(RoutingContext request, String token, Consumer<Caller> next) {
        guests.find(token).map(Caller::of).ifPresentOrElse(
                caller -> answering(request, () -> next.accept(caller)), () -> Credentials.refuse(request));
    }

    private void identity(RoutingContext request, Consumer<SecurityIdentity> next) {
        if (!Credentials.areInHeader(request)) {
            Credentials.demand(request);
            return;
        }
        authentication.of(request).subscribe().with(identity -> {
            if (identity == null) {
                Credentials.refuse(request);
            } else {
                answering(request, () -> next.accept(identity));
            }
        }, failure -> fail(request, failure));
    }

    private static void answering(RoutingContext request, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // What is thrown to Mutiny is dropped, and the request never answered.
            request.fail(e);
        }
    }

    private static void fail(RoutingContext request, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            Credentials.refuse(request);
        } else {
            request.fail(failure);
        }
    }
}
