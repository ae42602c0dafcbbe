package dev.cartwright.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may send events of this type from outside: guests and shoppers to their own subject only, everyone else to
 * any. Without it, the type is emitted by Cartwright only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EmittedBy {

    Role[] value();
}
