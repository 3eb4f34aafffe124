package dk.rettidig.casefile.supervision;

import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** What a guarded report shows and what it cannot show, in sentences with its own numbers. */
public record ReportWords(CommitteeReport report, Language language) {

    /** The sentences. */
    public List<String> lines() {
        GuardedResult any = report.any();
        List<String> lines = new ArrayList<>();
        lines.add(say(
                count(any.sample()) + " af " + count(any.population()) + " sager blev trukket ved lod, som ingen kunne "
                        + "vælge. " + count(report.reviewed()) + " er gennemgået af to uafhængigt af hinanden.",
                count(any.sample()) + " of " + count(any.population()) + " cases were drawn by a lot that nobody could "
                        + "choose. " + count(report.reviewed())
                        + " were reviewed by two independently of each other."));
        lines.add(say(
                "Rammen er lavet af " + report.round().source().text(language) + source(),
                "The frame was made by " + report.round().source().text(language) + source()));
        if (!report.isWhole()) {
            lines.add(say(
                    "Tallene er foreløbige: de ændrer sig, når resten er gennemgået.",
                    "The figures are preliminary: they change when the rest is reviewed."));
        }
        lines.add(any.isWithheld() ? withheld() : found(any));
        lines.add(say(
                "Tal fra 1 til 4 vises ikke, fordi de kan pege på et barn. Intervallet er da gjort bredere, så det stadig "
                        + "rammer mindst så ofte, som det siger.",
                "Counts from 1 to 4 are not shown, because they can point at a child. The interval is then made wider, so "
                        + "that it still covers at least as often as it says."));
        lines.add(say(
                "Rapporten viser, hvad der står i sagerne. Den viser ikke, hvorfor noget mangler, eller om barnet fik hjælp, "
                        + "og intet om andre kommuner, andre år eller en enkelt medarbejder.",
                "The report shows what stands in the files. It does not show why something is missing or whether the child "
                        + "got help, and nothing of other municipalities, other years or any one employee."));
        lines.add(say(
                "\"Ingen forskel, som stikprøverne kan vise\" betyder ikke, at alt er som før. Det betyder, at stikprøverne er "
                        + "for små til at skelne. En fejl fra før en plan står stadig i sagen bagefter.",
                "\"No difference that the samples can show\" does not mean that all is as before. It means that the samples "
                        + "are too small to tell. A fault from before a plan still stands in the file afterwards."));
        if (!any.isWithheld()) {
            lines.addAll(RoundReport.agreement(report.agreement(), language));
        }
        return List.copyOf(lines);
    }

    private String found(GuardedResult any) {
        String share =
                percent((double) any.low() / any.population()) + "–" + percent((double) any.high() / any.population());
        return say(
                "Mellem " + count(any.low()) + " og " + count(any.high()) + " af alle " + count(any.population())
                        + " sager har mindst én fejl (" + share + "; mindst 95 % sikkerhed).",
                "Between " + count(any.low()) + " and " + count(any.high()) + " of all " + count(any.population())
                        + " cases have at least one fault (" + share + "; at least 95% confidence).");
    }

    private String source() {
        return switch (report.round().source()) {
            case UPLOADED ->
                say(
                        ". Om alle sager er med, kan rapporten ikke vise.",
                        ". Whether every case is in it the report cannot show.");
            case SERVICE -> say(". Ingen har kunnet udelade en sag.", ". Nobody could leave a case out.");
        };
    }

    private String withheld() {
        return say(
                "Rammen har færre end 20 sager. Så vises der ingen tal uden for forvaltningen, for det er let at vide, hvem "
                        + "der er i den.",
                "The frame has fewer than 20 cases. Then no figures are shown outside the administration, because it is "
                        + "easily known who is in it.");
    }

    private String say(String danish, String english) {
        return language.choose(danish, english);
    }

    private String count(long number) {
        return Words.count(number, language);
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(Words.locale(language));
        return format.format(share);
    }
}
