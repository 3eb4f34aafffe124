package dk.rettidig.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which processes have a class of routes or a section of the site; without it only the service has. In any other process they
 * do not exist.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServedBy {

    /** The processes. */
    Role[] value();

    /** What a process is there for; {@code rettidig.process} in the configuration. */
    enum Role {
        /** {@code ./rettidig serve}: deliveries, runs, flags, review, oversight. Holds no key of the pseudonym authority. */
        SERVICE,
        /** {@code ./rettidig authority}: evaluates blinded points. Holds no data. */
        AUTHORITY
    }
}
