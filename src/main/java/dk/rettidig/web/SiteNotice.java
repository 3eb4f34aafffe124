package dk.rettidig.web;

import java.util.List;

/** Something that stands above the pages of a feature's work until somebody has dealt with it. */
public interface SiteNotice {

    /** What the visitor must know; empty when there is nothing. Never fails: what cannot be read is said to be so. */
    List<Notice> notices(Visitor visitor, Language language);

    /**
     * One notice.
     *
     * @param link where it is dealt with; empty when that is not for the visitor
     * @param linkText what the link does; empty without a link
     */
    record Notice(String heading, String text, String link, String linkText) {

        /** Whether the visitor can do something about it. */
        public boolean linked() {
            return !link.isEmpty();
        }
    }
}
