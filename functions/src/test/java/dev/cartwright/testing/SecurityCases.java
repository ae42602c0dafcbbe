package dev.cartwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** On a test class: each of its tests is a security case, and its name a sentence in the table of them all. */
@Tag("security")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SecurityCases {

    /** What the cases are about, as the table has it. */
    String value();
}
