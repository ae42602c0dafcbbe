package dev.cartwright.http.guest;

import dev.cartwright.http.Call;

/** A guest proves to be a user. */
final class SignIn {

    static final String HEADER = "Cartwright-Guest";

    private SignIn() {}

    static Call of(String guest, String user) {
        return Call.of("POST", "/events").with("ce-specversion", "1.0").with("ce-id", "sign-in-" + guest)
                .with("ce-source", "/test").with("ce-type", "guest-signed-in").with("ce-subject", "user/" + guest)
                .with("ce-time", "2023-04-19T09:10:00Z").with("content-type", "application/json")
                .body("{\"guest_id\":\"" + guest + "\",\"user_id\":\"" + user + "\"}");
    }
}
