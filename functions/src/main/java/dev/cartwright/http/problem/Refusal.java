package dev.cartwright.http.problem;

/** Ends the reading of a request that can never succeed; carries what its sender is told. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        // Without a stack trace: it is an answer, and a flood of bad requests must stay cheap.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** The request is malformed at this field. */
    public static Refusal malformed(String field, String detail) {
        return new Refusal(Problem.of(400, field, detail));
    }

    public static Refusal tooLarge(String field, String detail) {
        return new Refusal(Problem.of(413, field, detail));
    }

    public static Refusal unsupported(String field, String detail) {
        return new Refusal(Problem.of(415, field, detail));
    }

    /** The request is well formed, but what this field says cannot be. */
    public static Refusal unprocessable(String field, String detail) {
        return new Refusal(Problem.of(422, field, detail));
    }

    public Problem problem() {
        return problem;
    }
}
