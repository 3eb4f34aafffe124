package dk.rettidig.guideline.page;

import dk.rettidig.guideline.Guideline;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.LocalDate;
import java.util.List;

/** A guideline with its versions in words. */
record GuidelineView(Version current, boolean overdue, List<Point> points, List<Version> versions, boolean mayEdit) {

    /** A point that it covers. */
    record Point(String id, String title) {}

    /** A version; blank is what there is none of. */
    record Version(
            int number,
            String title,
            String state,
            String owner,
            String edition,
            String kept,
            String link,
            String from,
            String review,
            String points,
            String because,
            String at) {}

    static GuidelineView of(
            GuidelinePointRegister register,
            List<Guideline> versions,
            LocalDate today,
            boolean mayEdit,
            Language language) {
        Guideline current = versions.getFirst();
        return new GuidelineView(
                version(register, current, today, language),
                current.overdue(today),
                current.points().stream()
                        .map(id -> new Point(register.point(id).isPresent() ? id : "", title(register, id, language)))
                        .toList(),
                versions.stream()
                        .map(each -> version(register, each, today, language))
                        .toList(),
                mayEdit);
    }

    private static Version version(
            GuidelinePointRegister register, Guideline guideline, LocalDate today, Language language) {
        return new Version(
                guideline.version(),
                guideline.title(),
                GuidelineLabels.state(guideline, today, language),
                guideline.owner().orElse(""),
                guideline.edition(),
                guideline.kept(),
                GuidelineLabels.link(guideline.kept()),
                GuidelineLabels.day(guideline.inForceFrom(), language),
                GuidelineLabels.day(guideline.reviewBy(), language),
                String.join(
                        "; ",
                        guideline.points().stream()
                                .map(id -> title(register, id, language))
                                .toList()),
                guideline.because().text(),
                Words.time(guideline.changedAt(), language));
    }

    private static String title(GuidelinePointRegister register, String id, Language language) {
        return register.point(id)
                .map(point -> GuidelineLabels.title(point, language))
                .orElse(id);
    }
}
