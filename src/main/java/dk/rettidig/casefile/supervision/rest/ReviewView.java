package dk.rettidig.casefile.supervision.rest;

import dk.rettidig.casefile.supervision.Review;
import dk.rettidig.casefile.supervision.ReviewTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Drawn cases and answers, as one reviewer gets them. */
final class ReviewView {

    private ReviewView() {}

    /** An answer that was given. */
    @Schema(name = "GivenAnswer")
    record Given(String rule, String answer, Optional<String> remark) {}

    /** A drawn case as one reviewer sees it. */
    @Schema(name = "DrawnCase")
    record CaseAnswer(
            int number,
            String reference,

            @Schema(description = "SHA-256(key ‖ reference), as in the frame.")
            String ticket,

            String key,

            @Schema(description = "Reviews still to be made, by anybody.")
            int missing,

            @Schema(description = "Whether you handle the case yourself.")
            boolean own,

            @Schema(description = "Your answers; nobody else's are shown.")
            List<Given> mine) {
        static CaseAnswer of(ReviewTable.Listed listed) {
            return new CaseAnswer(
                    listed.drawn().number(),
                    listed.drawn().of().reference().value(),
                    listed.drawn().of().ticket().hex(),
                    listed.drawn().of().key(),
                    listed.missing(),
                    listed.own(),
                    listed.mine().map(ReviewView::given).orElse(List.of()));
        }
    }

    static List<Given> given(Review review) {
        return review.answers().entrySet().stream()
                .map(each -> new Given(
                        each.getKey(),
                        each.getValue().answer().id(),
                        each.getValue().remark().map(remark -> remark.text())))
                .sorted(Comparator.comparing(Given::rule))
                .toList();
    }
}
