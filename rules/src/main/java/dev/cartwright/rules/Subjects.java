package dev.cartwright.rules;

/** Names of subjects: {@code kind/id}. */
public final class Subjects {

    private Subjects() {}

    /** True for a name with a kind and an id, both not empty. */
    public static boolean isValid(String subject) {
        int slash = subject.indexOf('/');
        return slash > 0 && slash < subject.length() - 1;
    }

    public static String kind(String subject) {
        int slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }

    public static String id(String subject) {
        return subject.substring(subject.indexOf('/') + 1);
    }
}
