package dev.cartwright.http.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.Json;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Until when the token is good that got a request past the guard. */
public final class TokenEnd {

    private TokenEnd() {}

    /** Empty where there was none, or one that does not end. */
    public static Optional<Instant> of(RoutingContext request) {
        return Credentials.token(request).map(TokenEnd::claims).map(claims -> claims.path("exp"))
                .filter(JsonNode::isNumber).map(exp -> Instant.ofEpochSecond(exp.longValue()));
    }

    private static JsonNode claims(String checked) {
        try {
            return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(checked.split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new IllegalStateException("The guard let a token by that is none", e);
        }
    }
}
