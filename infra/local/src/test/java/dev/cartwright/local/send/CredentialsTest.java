package dev.cartwright.local.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("CARTWRIGHT_TOKEN", "of-environment");

    @TempDir
    Path directory;

    @Test
    void file_goes_before_the_environment() throws IOException {
        var file = Files.writeString(directory.resolve("token"), " of-file\n");
        assertThat(Credentials.of(file, ENVIRONMENT).token()).hasValue("of-file");
        assertThat(Credentials.of(null, ENVIRONMENT).token()).hasValue("of-environment");
        assertThat(Credentials.of(null, Map.of()).token()).isEmpty();
    }

    @Test
    void never_shows_the_token() {
        assertThat(Credentials.of(null, ENVIRONMENT)).hasToString("a token");
        assertThatThrownBy(() -> Credentials.of(null, Map.of("CARTWRIGHT_TOKEN", "two words")))
            .isInstanceOf(UserError.class)
            .hasMessage("CARTWRIGHT_TOKEN holds no bearer token: it must be the token alone, on one line");
    }

    @Test
    void missing_file_is_named() {
        var file = directory.resolve("none");
        assertThatThrownBy(() -> Credentials.of(file, Map.of())).isInstanceOf(UserError.class)
            .hasMessage("There is no token file %s that can be read", file);
    }
}
