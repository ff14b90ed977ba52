package firedrill.ingest.random;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The draw may be repeated for one entity; without it, it is drawn once. On an enum it holds for each draw of the enum.
 * Drawing does not read it: {@code DrawIndexTest} proves with it that no repetition takes the number of another draw.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, FIELD})
public @interface Repeated {

    /** Upper bound of the repetitions, at least 1; any number unless stated. */
    long value() default Long.MAX_VALUE;
}
