package dk.rettidig.web;

import java.util.List;

/**
 * A part of the site that a feature brings: its place in the navigation and what it has for a person today. The gate, not
 * this, decides who may read a page; a section merely keeps links off the screens of those they would lead nowhere.
 */
public interface SiteSection {

    /** Place in the navigation, ascending. */
    int order();

    /** The path its pages start with, for instance {@code /flags}. */
    String path();

    /** The word in the navigation. */
    String title(Language language);

    /** Whether the person has any use for it. */
    boolean visibleTo(Visitor visitor);

    /** What needs the person today, most urgent first; empty when nothing does. */
    List<Today> today(Visitor visitor, Language language);

    /**
     * One thing that needs a person.
     *
     * @param heading what it is, in a few words
     * @param text what to know before opening it
     * @param link the path where it is dealt with
     * @param linkText what the link does
     */
    record Today(String heading, String text, String link, String linkText) {}
}
