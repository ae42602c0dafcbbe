package dev.cartwright.http.query;

import dev.cartwright.rules.Json;
import dev.cartwright.rules.Sha256;
import jakarta.ws.rs.core.EntityTag;

/** Tells whether an answer is still the same. */
final class StateTag {

    private static final int BYTES = 16;

    private StateTag() {}

    /** Of position and state: a late event changes it too. */
    static EntityTag of(Object view) {
        return new EntityTag(Sha256.hex(Json.text(view), BYTES));
    }
}
