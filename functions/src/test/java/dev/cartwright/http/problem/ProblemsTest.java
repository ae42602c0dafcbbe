package dev.cartwright.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unavailable.Reason;
import dev.cartwright.testing.WholeLog;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotFoundException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {

    @ParameterizedTest
    @EnumSource
    void what_passes_is_tried_again(Reason reason) {
        var problem = Problems.of(new CompletionException(new Unavailable(reason, "not now")));
        assertThat(problem.status()).isEqualTo(reason == Reason.LANE_FULL ? 429 : 503);
        assertThat(Answers.comesAgain(problem)).isTrue();
    }

    @Test
    void refusal_is_told_as_it_is() {
        assertThat(new String(Problems.of(Refusal.malformed("id", "id is required")).json())).isEqualTo("""
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"id is required","field":"id"}""");
    }

    @Test
    void error_of_ours_tells_its_trace_id_and_nothing_else() {
        var problem = Problems.of(new IllegalStateException("secret"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.traceId()).isNotBlank();
        assertThat(new String(problem.json())).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void error_of_ours_is_logged_under_the_trace_of_its_event() {
        try (var log = WholeLog.open()) {
            var told = Problems.of(new IllegalStateException(),
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").traceId();
            var made = Problems.of(new IllegalStateException(), "no trace").traceId();
            assertThat(told).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(log.lines(Problems.class)).hasSize(2);
            assertThat(log.lines(Problems.class).get(0)).contains("{traceId=" + told + "}");
            assertThat(log.lines(Problems.class).get(1)).contains("{traceId=" + made + "}");
        }
    }

    @Test
    void status_of_the_framework_stays() {
        assertThat(Problems.of(new HttpException(413)).status()).isEqualTo(413);
        assertThat(Problems.of(new NotFoundException()).status()).isEqualTo(404);
        assertThat(Problems.of(new UnauthorizedException()).status()).isEqualTo(401);
        assertThat(Problems.of(new ForbiddenException()).status()).isEqualTo(403);
    }
}
