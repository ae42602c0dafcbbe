package dev.cartwright.http.identity;

import dev.cartwright.http.BearerToken;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Where a token is in a request, and what is answered where it should be another one. */
final class Credentials {

    private Credentials() {}

    static boolean areIn(RoutingContext request) {
        return areInHeader(request) || areInAddress(request);
    }

    static boolean areInHeader(RoutingContext request) {
        return request.request().headers().contains("authorization");
    }

    /** Of the scheme Bearer; empty where there is none. */
    static Optional<String> token(RoutingContext request) {
        return BearerToken.in(request.request().getHeader("authorization"));
    }

    private static boolean areInAddress(RoutingContext request) {
        return request.queryParams().contains("access_token");
    }

    /** Answers a request without a token. */
    static void demand(RoutingContext request) {
        challenge(request, "Bearer", areInAddress(request)
                ? "a token is sent in the Authorization header: an address is kept in too many places"
                : "say who you are: Authorization: Bearer, and a token of the shop's issuer");
    }

    /** Answers a request with a token that is not good; does not tell a forger why. */
    static void refuse(RoutingContext request) {
        challenge(request, "Bearer error=\"invalid_token\"", "this token is not good here, or no longer");
    }

    private static void challenge(RoutingContext request, String challenge, String detail) {
        request.response().putHeader("www-authenticate", challenge);
        Answers.problem(request, Problem.of(401, detail));
    }
}
