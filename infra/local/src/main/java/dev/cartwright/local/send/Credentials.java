package dev.cartwright.local.send;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The bearer token that says who sends, where the system asks for one. */
record Credentials(Optional<String> token) {
    static final String VARIABLE = "CARTWRIGHT_TOKEN";

    private static final String TOKEN = "[A-Za-z0-9._~+/-]+=*";

    /** From the file, else from the environment, else none. */
    static Credentials of(Path file, Map<String, String> environment) {
        if (file != null) {
            return new Credentials(Optional.of(checked(file.toString(), read(file))));
        }
        var token = environment.getOrDefault(VARIABLE, "");
        return new Credentials(token.isBlank() ? Optional.empty() : Optional.of(checked(VARIABLE, token)));
    }

    void sign(HttpRequest.Builder request) {
        token.ifPresent(bearer -> request.header("authorization", "Bearer " + bearer));
    }

    @Override
    public String toString() {
        return token.isPresent() ? "a token" : "no token";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError("There is no token file %s that can be read".formatted(file), e);
        }
    }

    private static String checked(String where, String text) {
        var token = text.strip();
        if (!token.matches(TOKEN)) {
            throw new UserError("%s holds no bearer token: it must be the token alone, on one line".formatted(where));
        }
        return token;
    }
}
