package dev.cartwright.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the function group of a sealed interface, whose permitted records are the event types of that group. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FunctionGroup {

    /** The group's name, such as {@code cart}: one Cloud Run service and one Funqy class. */
    String value();
}
