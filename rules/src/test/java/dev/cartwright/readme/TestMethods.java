package dev.cartwright.readme;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Runs the test methods of a class in a JVM of its own, where rules are found as on a user's class path. */
final class TestMethods {

    private TestMethods() {}

    public static void main(String[] args) throws Exception {
        var tests = Class.forName(args[0]);
        var constructor = tests.getDeclaredConstructor();
        constructor.setAccessible(true);
        var methods = Arrays.stream(tests.getDeclaredMethods()).filter(m -> m.isAnnotationPresent(Test.class)).toList();
        for (var method : methods) {
            method.setAccessible(true);
            method.invoke(constructor.newInstance());
        }
        System.out.println(methods.size() + " passed");
    }
}
