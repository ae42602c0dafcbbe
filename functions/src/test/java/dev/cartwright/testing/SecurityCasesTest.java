package dev.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;

/** Keeps the table of security cases as the tests are. */
class SecurityCasesTest {

    private static final Path TABLE = Path.of("SECURITY-CASES.md");
    private static final String HEAD = """
            # Security cases

            Each line is a test that runs with every build; its words are the test's name. `SecurityCasesTest` writes
            this page anew where it is out of step with the tests, and fails once.
            """;

    @Test
    void the_table_of_security_cases_is_as_the_tests_are() throws IOException {
        var wanted = HEAD + areas().entrySet().stream()
                .map(area -> "\n## " + area.getKey() + "\n\n| case | tried with |\n|---|---|\n"
                        + String.join("", area.getValue()))
                .collect(Collectors.joining());
        var found = Files.exists(TABLE) ? Files.readString(TABLE) : "";
        if (!found.equals(wanted)) {
            Files.writeString(TABLE, wanted);
        }
        assertThat(found).as(TABLE + " was out of step with the tests; it has been written anew: commit it")
                .isEqualTo(wanted);
    }

    private static TreeMap<String, TreeSet<String>> areas() {
        return ReflectionSupport.findAllClassesInPackage("dev.cartwright",
                        type -> type.isAnnotationPresent(SecurityCases.class), name -> name.endsWith("Test")).stream()
                .collect(Collectors.toMap(type -> type.getAnnotation(SecurityCases.class).value(),
                        SecurityCasesTest::lines, SecurityCasesTest::together, TreeMap::new));
    }

    private static TreeSet<String> together(TreeSet<String> some, TreeSet<String> more) {
        some.addAll(more);
        return some;
    }

    private static TreeSet<String> lines(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class)
                        || method.isAnnotationPresent(ParameterizedTest.class))
                .map(method -> "| " + method.getName().replace('_', ' ') + " | " + values(method) + " |\n")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String values(Method method) {
        var strings = Stream.of(method.getAnnotationsByType(ValueSource.class)).map(ValueSource::strings);
        var rows = Stream.of(method.getAnnotationsByType(CsvSource.class)).map(CsvSource::value);
        return Stream.concat(strings, rows).flatMap(Stream::of)
                .map(value -> value.isEmpty() ? "nothing" : '`' + value.replace("|", "\\|") + '`')
                .collect(Collectors.joining(", "));
    }
}
