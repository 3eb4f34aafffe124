package dk.rettidig.review.page;

import dk.rettidig.review.explanation.FamilyExplanation;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of a review. */
@CheckedTemplate(basePath = "review")
final class Templates {

    private Templates() {}

    static native TemplateInstance flags(
            Shell shell,
            List<FlagListPage.ListRow> rows,
            boolean canOpen,
            List<FlagListPage.NoticeRow> notices,
            FormErrors errors);

    static native TemplateInstance flag(
            Shell shell, FlagView flag, List<Option> choices, String justification, FormErrors errors, AskView ask);

    static native TemplateInstance weights(
            Shell shell,
            FlagView flag,
            StrengthView strength,
            List<FamilyExplanation> explanations,
            List<Option> outcomes,
            OutcomeForm.Written written,
            FormErrors errors);

    static native TemplateInstance reidentifications(
            Shell shell, ReidentificationPage.Desk desk, ReidentificationPage.Written written, FormErrors errors);

    static native TemplateInstance counts(Shell shell, CountsPage.Counts counts);

    static native TemplateInstance conflict(Shell shell, FlagView flag, String ownText);
}
