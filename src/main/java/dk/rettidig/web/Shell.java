package dk.rettidig.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What surrounds every page: language, visitor, navigation, and the facts at its foot.
 *
 * @param path the path of the page, where a change of language leads back to
 * @param navigation the sections that the visitor has a use for
 * @param formToken what every form must send back under {@link #TOKEN_NAME}; empty where a page came about before the
 *     request reached its route, and then the page has no forms
 * @param notices what stands above the page until somebody has dealt with it
 */
public record Shell(
        Language language,
        Optional<Visitor> visitor,
        String path,
        List<Link> navigation,
        Optional<String> policy,
        OptionalLong checkpointSize,
        Optional<String> formToken,
        List<SiteNotice.Notice> notices) {

    /** The name of a form's hidden field with the token. */
    public static final String TOKEN_NAME = "csrf-token";

    public Shell {
        navigation = List.copyOf(navigation);
        notices = List.copyOf(notices);
    }

    /** The same with notices. */
    Shell with(List<SiteNotice.Notice> some) {
        return new Shell(language, visitor, path, navigation, policy, checkpointSize, formToken, some);
    }

    /** One word of the navigation. */
    public record Link(String path, String text, boolean current) {}

    /** The visitor's task in the page's language; empty for the public. */
    public String role() {
        return visitor.map(person -> person.role(language)).orElse("");
    }

    /** The name of the visitor; empty for the public. */
    public String name() {
        return visitor.map(Visitor::name).orElse("");
    }

    /** Whether somebody signed in. */
    public boolean signedIn() {
        return visitor.isPresent();
    }

    /** The token for forms; empty where there can be none. */
    public String token() {
        return formToken.orElse("");
    }

    /** Whether the page can have forms. */
    public boolean forms() {
        return formToken.isPresent();
    }

    /** Whether the page concerns the synthetic municipality. */
    public boolean synthetic() {
        return visitor.map(Visitor::synthetic).orElse(false);
    }

    /** Whether the page is in Danish. */
    public boolean danish() {
        return language == Language.DANISH;
    }

    /** The digest at the foot, or a dash. */
    public String policyText() {
        return policy.orElse("–");
    }

    /** The checkpoint's size at the foot, or a dash. */
    public String checkpointText() {
        return checkpointSize.isPresent() ? Words.count(checkpointSize.getAsLong(), language) : "–";
    }
}
