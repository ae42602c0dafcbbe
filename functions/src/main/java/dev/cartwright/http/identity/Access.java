package dev.cartwright.http.identity;

import dev.cartwright.http.guest.Guest;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Role;
import dev.cartwright.rules.Subjects;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Who may read which subject, and who may send which event to which subject. Thread-safe. */
@Singleton
public final class Access {

    private final EventCatalog catalog;
    private final Set<String> publicKinds;
    private final Set<String> ownedKinds;

    Access(EventCatalog catalog, IdentityConfig config) {
        this.catalog = catalog;
        this.publicKinds = Set.copyOf(config.publicKinds());
        this.ownedKinds = Set.copyOf(config.ownedKinds());
    }

    /** Asks no store, so that nobody learns of a subject that it is there. */
    public boolean mayRead(Caller caller, String subject) {
        var kind = Subjects.kind(subject);
        return caller.owns(subject) || !caller.isPerson() || publicKinds.contains(kind)
                || ownedKinds.contains(kind) && caller.ownsBelow(kind, subject);
    }

    /** Refuses who may not read. */
    public void toRead(Caller caller, String subject) {
        if (!mayRead(caller, subject)) {
            throw forbidden("subject", "you may read your own subject only");
        }
    }

    /** Refuses whoever may not read what is told of all subjects. */
    public void toReadOfAll(Caller caller) {
        if (caller.isPerson()) {
            throw forbidden("name", "only services and operators may read this of a view");
        }
    }

    /** Refuses what this caller may not send. */
    public void toEmit(Caller caller, String type, String subject) {
        var ofShop = catalog.find(type).filter(declared -> declared.group() != null);
        if (ofShop.isPresent()) {
            checkRole(caller, ofShop.get());
            if (!caller.owns(subject) && !caller.isTrusted() && !isForSre(caller, ofShop.get())) {
                throw forbidden("subject", "you may send events of your own subject only");
            }
        } else if (!caller.isTrusted()) {
            throw forbidden("type", "you may not send events of the type " + type);
        }
    }

    private static boolean isForSre(Caller caller, DeclaredType type) {
        return type.emitters().contains(Role.SRE) && caller.isAny(Set.of(Role.SRE));
    }

    /** Refuses what this caller may not send of a guest; nobody may without having proved to be that guest, too. */
    public void toEmitOfGuest(Caller caller, Optional<Guest> proved, String type, String subject) {
        checkRole(caller, catalog.find(type).orElseThrow());
        if (proved.filter(guest -> guest.subject().equals(subject)).isEmpty()) {
            throw forbidden("subject", "this is sent with the guest's own token in the header Cartwright-Guest");
        }
    }

    /** Refuses who speaks for another user. */
    public void toActFor(Caller caller, String user) {
        if (!caller.name().equals(user) && !caller.isTrusted()) {
            throw forbidden("data.user_id", "you may say this of yourself only");
        }
    }

    private static void checkRole(Caller caller, DeclaredType type) {
        if (type.emitters().isEmpty()) {
            throw forbidden("type", type.name() + " is emitted by Cartwright only; who else may send it is declared at "
                    + "its record: @EmittedBy");
        }
        if (!caller.isAny(type.emitters())) {
            throw forbidden("type", "you may not send events of the type " + type.name());
        }
    }

    private static Refusal forbidden(String field, String detail) {
        return new Refusal(Problem.of(403, field, detail));
    }
}
