package dev.cartwright.http.identity;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Role;
import dev.cartwright.rules.Subjects;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may read which subject, and who may send which event to which subject. Thread-safe. */
@Singleton
public final class Access {

    private static final Set<Role> READS_ALL = EnumSet.of(Role.SERVICE, Role.SRE, Role.ADMIN);

    private final EventCatalog catalog;
    private final Set<String> publicKinds;

    Access(EventCatalog catalog, IdentityConfig config) {
        this.catalog = catalog;
        this.publicKinds = Set.copyOf(config.publicKinds());
    }

    /** Asks no store, so that nobody learns of a subject that it is there. */
    public void toRead(Caller caller, String subject) {
        if (!caller.owns(subject) && !caller.isAny(READS_ALL) && !publicKinds.contains(Subjects.kind(subject))) {
            throw forbidden("subject", "you may read your own subject only");
        }
    }

    /** Refuses what this caller may not send. */
    public void toEmit(Caller caller, String type, String subject) {
        Optional<DeclaredType> ofShop = catalog.find(type).filter(declared -> declared.group() != null);
        if (ofShop.isEmpty()) {
            if (!caller.isTrusted()) {
                throw forbidden("type", "you may not send events of the type " + type);
            }
            return;
        }
        declared(caller, ofShop.get(), subject);
    }

    /** Refuses what this caller may not send of a guest; nobody may without the guest's own token. */
    public void toEmitOfGuest(Caller caller, String type, boolean proved) {
        role(caller, catalog.find(type).orElseThrow());
        if (!proved) {
            throw forbidden("subject", "this is sent with the guest's own token in the header Cartwright-Guest");
        }
    }

    /** Refuses who speaks for another user. */
    public void toActFor(Caller caller, String user) {
        if (!caller.name().equals(user) && !caller.isTrusted()) {
            throw forbidden("data.user_id", "you may say this of yourself only");
        }
    }

    private static void declared(Caller caller, DeclaredType type, String subject) {
        role(caller, type);
        if (!caller.owns(subject) && !caller.isTrusted()) {
            throw forbidden("subject", "you may send events of your own subject only");
        }
    }

    private static void role(Caller caller, DeclaredType type) {
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
