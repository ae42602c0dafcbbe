package dev.cartwright.http.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.event.Permit;
import dev.cartwright.http.guest.Guest;
import dev.cartwright.http.guest.Guests;
import dev.cartwright.http.identity.Access;
import dev.cartwright.http.identity.Caller;
import dev.cartwright.rules.EventType;
import dev.cartwright.shop.cart.CartEvent.GuestSignedIn;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the sender of a request may send; only who proves to have been a guest may sign that guest in. */
@Singleton
final class Permits {

    private static final String SIGN_IN = GuestSignedIn.class.getAnnotation(EventType.class).value();
    private static final String HEADER = "cartwright-guest";

    private final Access access;
    private final Guests guests;

    Permits(Access access, Guests guests) {
        this.access = access;
        this.guests = guests;
    }

    Permit of(RoutingContext request) {
        return new OfSender(Caller.of(request),
                Optional.ofNullable(request.request().getHeader(HEADER)).flatMap(guests::find));
    }

    private final class OfSender implements Permit {

        private final Caller caller;
        /** Whom it proved to have been. */
        private final Optional<Guest> guest;

        OfSender(Caller caller, Optional<Guest> guest) {
            this.caller = caller;
            this.guest = guest;
        }

        @Override
        public void check(String type, String subject) {
            if (type.equals(SIGN_IN)) {
                access.toEmitOfGuest(caller, guest, type, subject);
            } else {
                access.toEmit(caller, type, subject);
            }
        }

        @Override
        public void checkData(String type, JsonNode data) {
            if (type.equals(SIGN_IN)) {
                access.toActFor(caller, data.path("user_id").asText());
            }
        }
    }
}
