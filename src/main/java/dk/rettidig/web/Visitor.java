package dk.rettidig.web;

import java.util.Objects;

/**
 * Who looks at a page, as the page shell shows it: a name and a task, nothing more.
 *
 * @param name the name to show
 * @param role the stable word of the person's task, for choosing what a page offers
 * @param danishRole the task on Danish pages
 * @param englishRole the task on English pages
 * @param synthetic whether the person acts for the synthetic municipality, whose children do not exist
 */
public record Visitor(String name, String role, String danishRole, String englishRole, boolean synthetic) {

    public Visitor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
    }

    /** The task in the page's language. */
    public String role(Language language) {
        return language.choose(danishRole, englishRole);
    }
}
