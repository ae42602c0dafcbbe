package dev.cartwright.http.door;

import dev.cartwright.rules.Subjects;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a subject is looked at. */
final class SubjectPath {

    private SubjectPath() {}

    static String of(String subject) {
        return "/subjects/" + encoded(Subjects.kind(subject)) + '/' + encoded(Subjects.id(subject));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
