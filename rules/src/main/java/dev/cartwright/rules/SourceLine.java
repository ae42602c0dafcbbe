package dev.cartwright.rules;

/** Where in the sources something was said; found out when it is asked for. Thread-safe. */
public final class SourceLine {

    // why no StackWalker: its first use takes some milliseconds of every start, and this of all rules not a tenth of one.
    private final Throwable trace = new Throwable();
    private final int depth;

    private SourceLine(int depth) {
        this.depth = depth;
    }

    /** Where the method that asks was called. */
    static SourceLine ofCaller() {
        // Below it there are this method and the one that asks.
        return new SourceLine(3);
    }

    /** The path below the sources' folder. */
    public String file() {
        return frame().getClassName().split("\\$", 2)[0].replace('.', '/') + ".java";
    }

    /** Negative where the compiler did not tell. */
    public int line() {
        return frame().getLineNumber();
    }

    private StackTraceElement frame() {
        return trace.getStackTrace()[depth];
    }

    @Override
    public String toString() {
        return line() < 0 ? file() : file() + ':' + line();
    }
}
