package dev.cartwright.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    /** What the reference libraries of Standard Webhooks are tested with. */
    @Test
    void isWhatTheReferenceLibrariesExpect() {
        assertThat(Signature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").of(ID, 1_614_265_330L, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachOfSeveralSecretsSigns_whileOneTakesAnothersPlace() {
        var both = Signature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
                .of(ID, 1_614_265_330L, BODY);
        assertThat(both.split(" ")).hasSize(2).startsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .contains(Signature.of("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD").of(ID, 1_614_265_330L, BODY));
    }

    @Test
    void secretThatIsTooShortOrNoneIsRefusedAndNotRepeated() {
        for (var secret : new String[]{"c2hvcnQ=", "not base64!", ""}) {
            assertThatThrownBy(() -> Signature.of(secret)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(secret.isEmpty() ? "whsec_" : secret);
        }
    }
}
