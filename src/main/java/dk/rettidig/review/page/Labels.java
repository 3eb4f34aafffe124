package dk.rettidig.review.page;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagState;
import dk.rettidig.review.OutcomeKind;
import dk.rettidig.review.OwnView;
import dk.rettidig.web.Language;
import java.util.Map;

/** What choices, states and sources are called on pages. */
final class Labels {

    private static final Map<String, String> DANISH_SOURCES = Map.of(
            "notification-register", "underretningsregisteret",
            "school", "skolerne",
            "daycare", "dagtilbud",
            "benefits", "ydelsessystemet",
            "housing", "boligområdet",
            "case-system", "fagsystemet",
            "civil-register", "folkeregisteret",
            "education", "ungdomsuddannelserne");
    private static final Map<String, String> ENGLISH_SOURCES = Map.of(
            "notification-register", "the notification register",
            "school", "the schools",
            "daycare", "day care",
            "benefits", "the benefits system",
            "housing", "housing",
            "case-system", "the case system",
            "civil-register", "the civil register",
            "education", "upper secondary education");

    private Labels() {}

    static String source(String kind, Language language) {
        return (language == Language.DANISH ? DANISH_SOURCES : ENGLISH_SOURCES).getOrDefault(kind, kind);
    }

    static String state(FlagState state, Language language) {
        String english =
                switch (state) {
                    case FlagState.Open _ -> "not read";
                    case FlagState.Opened _ -> "opened";
                    case FlagState.ViewSealed _ -> "own view sealed";
                    case FlagState.Concluded _ -> "concluded";
                    case FlagState.Expired _ -> "expired";
                    case FlagState.Withdrawn _ -> "withdrawn";
                };
        return language.choose(state.danish(), english);
    }

    static String choice(OwnView.Choice choice, Language language) {
        return switch (choice) {
            case NO_CONCERN ->
                language.choose(
                        "Jeg ser ikke tegn på, at barnet har brug for støtte",
                        "I see no sign that the child needs support");
            case IN_DOUBT -> language.choose("Jeg er i tvivl", "I am in doubt");
            case NEED_LIKELY -> language.choose("Barnet har nok brug for støtte", "The child probably needs support");
            case NEED_URGENT ->
                language.choose(
                        "Barnet har brug for støtte, og det haster", "The child needs support, and it is urgent");
        };
    }

    static String outcome(OutcomeKind kind, Language language) {
        return switch (kind) {
            case NO_REASON -> language.choose("Ingen grund til at screene", "No reason to screen");
            case OPEN_CASE ->
                language.choose("Barnet har en åben sag – givet videre", "The child has an open case – passed on");
            case SCREENING_OPENED ->
                language.choose("Screening åbnet (barnets lov § 18)", "Screening opened (barnets lov § 18)");
            case COUNSELLING_OFFERED ->
                language.choose(
                        "Rådgivning tilbudt (barnets lov §§ 28-31)", "Counselling offered (barnets lov §§ 28-31)");
            case VALUE_WRONG -> language.choose("En oplysning er forkert", "A value is wrong");
        };
    }

    static String outcomeHint(OutcomeKind kind, Language language) {
        return switch (kind) {
            case NO_REASON ->
                language.choose(
                        "Det, du ved nu, giver ikke kommunen grund til at tro, at barnet har brug for hjælp.",
                        "What you know now gives the municipality no reason to believe that the child needs help.");
            case OPEN_CASE ->
                language.choose(
                        "En kollega har sagen. Du skriver journalnummeret.",
                        "A colleague has the case. You write its journal number.");
            case SCREENING_OPENED ->
                language.choose(
                        "Du tager stilling til, om barnet skal have en afdækning eller en børnefaglig undersøgelse.",
                        "You decide whether there is to be a clarification or a children's assessment.");
            case COUNSELLING_OFFERED ->
                language.choose(
                        "Familien får at vide, hvordan kommunen kom til dem.",
                        "The family is told how the municipality came to them.");
            case VALUE_WRONG ->
                language.choose(
                        "Oplysningen går tilbage til kilden, så den kan blive rettet.",
                        "The value goes back to its source, so that it can be corrected.");
        };
    }

    static String change(FlagFacts.Change change, Language language) {
        return switch (change) {
            case NONE -> "";
            case CORRECTED -> language.choose("rettet i kilden siden", "corrected at the source since");
            case RETRACTED -> language.choose("trukket tilbage af kilden siden", "retracted by the source since");
        };
    }
}
