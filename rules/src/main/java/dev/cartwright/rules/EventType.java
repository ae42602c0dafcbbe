package dev.cartwright.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the CloudEvents type of a record, and the subject that its events belong to. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The CloudEvents {@code type}, such as {@code product-added-to-cart}. */
    String value();

    /** The subject as {@code kind/{field}}, such as {@code user/{user_id}}: the field of the data names the subject. */
    String subject();
}
