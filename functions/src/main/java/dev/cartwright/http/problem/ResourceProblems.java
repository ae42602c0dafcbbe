package dev.cartwright.http.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what fails in resources, and requests that match none, as problems. */
public final class ResourceProblems {

    @ServerExceptionMapper
    public Response ofAny(Throwable failure) {
        return response(Problems.of(failure)).build();
    }

    /** Named, since the framework's own mapper of it would show a page. */
    @ServerExceptionMapper
    public Response ofNotFound(NotFoundException failure) {
        return response(Problems.of(failure)).build();
    }

    @ServerExceptionMapper
    public Response ofWeb(WebApplicationException failure, UriInfo asked) {
        var response = response(Problems.of(failure));
        // The framework does not say what else there is: all resources but this one are there to be read.
        var allowed = asked.getPath().equals("/guests") ? "OPTIONS, POST" : "GET, HEAD, OPTIONS";
        return (failure instanceof NotAllowedException ? response.header("Allow", allowed) : response).build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        var response = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
        return Answers.comesAgain(problem) ? response.header("Retry-After", "1") : response;
    }
}
