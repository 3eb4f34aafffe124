package dk.rettidig.access;

import dk.rettidig.law.Purpose;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a route asks the gate for. Every resource and page method carries it; a route without it is refused at start-up
 * and by a test that walks all routes.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gated {

    /** The action of the request. */
    Action action();

    /** The one purpose of the request. */
    Purpose purpose();

    /**
     * Whether the filter decides from actor, action, purpose and municipality alone, or the feature asks the gate itself
     * with the particulars (indicators, basis, phase, scope, subject) before it does anything. A response from a route
     * whose feature forgot to ask is replaced by an error.
     */
    Decided decided() default Decided.BY_FILTER;

    /** Who asks the gate. */
    enum Decided {
        /** The filter asks before the method runs. */
        BY_FILTER,
        /** The method's feature asks, with particulars that the filter cannot know. */
        IN_FEATURE
    }
}
