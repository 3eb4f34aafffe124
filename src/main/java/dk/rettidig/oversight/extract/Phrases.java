package dk.rettidig.oversight.extract;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What kinds of entries are to somebody who does not know the service. */
final class Phrases {

    /** A kind of passage with its words. */
    record Phrase(String kind, Text text) {}

    private static final Map<String, Phrase> BY_TYPE = Map.ofEntries(
            phrase(
                    "flag.raised",
                    "flag",
                    "En beregning rejste en markering: en børne- og ungerådgiver skulle se på barnets oplysninger.",
                    "A calculation raised a flag: a caseworker was to look at the child's facts."),
            phrase(
                    "flag.withdrawn",
                    "flag",
                    "En markering blev trukket tilbage, fordi barnet ikke længere var omfattet.",
                    "A flag was withdrawn because the child was no longer in scope."),
            phrase(
                    "flag.values_corrected",
                    "flag",
                    "En kilde rettede eller trak en oplysning tilbage, som en markering om barnet byggede på, og der blev regnet igen.",
                    "A source corrected or took back a fact that a flag about the child rested on, and the calculation was done again."),
            phrase(
                    "flag.copy_contradicted",
                    "flag",
                    "En kilde rettede en oplysning om barnet, men de gemte oplysninger svarede ikke til protokollen, og der blev ikke regnet på dem.",
                    "A source corrected a fact about the child, but the stored facts were not those of the ledger and nothing was calculated from them."),
            phrase(
                    "review.readers_told",
                    "flag",
                    "De, der havde læst en afsluttet markering om barnet, fik at vide, at en kilde havde rettet en oplysning.",
                    "Those who had read an ended flag about the child were told that a source had corrected a fact."),
            phrase(
                    "review.correction_acknowledged",
                    "flag",
                    "En medarbejder kvitterede for, at en oplysning om barnet var rettet, efter at markeringen var afsluttet.",
                    "A member of staff acknowledged that a fact about the child was corrected after the flag had ended."),
            phrase(
                    "flag.expired",
                    "flag",
                    "En markering udløb, uden at nogen havde læst den.",
                    "A flag expired without anybody having read it."),
            phrase(
                    "review.flag_opened",
                    "look_up",
                    "En børne- og ungerådgiver læste barnets oplysninger i en markering.",
                    "A caseworker read the child's facts in a flag."),
            phrase(
                    "review.flag_not_found",
                    "refused",
                    "Nogen spurgte efter en markering om barnet og fik intet at se.",
                    "Somebody asked for a flag about the child and was shown nothing."),
            phrase(
                    "review.view_sealed",
                    "assessment",
                    "En børne- og ungerådgiver skrev sin egen faglige vurdering, før beregningen kunne ses.",
                    "A caseworker wrote down an own view before the calculation could be seen."),
            phrase(
                    "review.weights_read",
                    "look_up",
                    "En børne- og ungerådgiver så beregningen bag en markering.",
                    "A caseworker saw the calculation behind a flag."),
            phrase(
                    "review.weights_refused",
                    "refused",
                    "En børne- og ungerådgiver bad om at se beregningen for tidligt og fik den ikke at se.",
                    "A caseworker asked for the calculation too early and was not shown it."),
            phrase(
                    "casefile.findings_opened",
                    "look_up",
                    "En børne- og ungerådgiver eller faglig leder så, hvad journalen i barnets sag manglede.",
                    "A caseworker or team leader saw what the record of the child's case lacked."),
            phrase(
                    "review.outcome_recorded",
                    "assessment",
                    "En børne- og ungerådgiver skrev en konklusion på en markering.",
                    "A caseworker recorded an outcome of a flag."),
            phrase(
                    "reidentification.requested",
                    "reidentification",
                    "En børne- og ungerådgiver bad om at få at vide, hvem barnet er.",
                    "A caseworker asked to be told who the child is."),
            phrase(
                    "reidentification.approved",
                    "reidentification",
                    "En anden person godkendte, at rådgiveren fik at vide, hvem barnet er.",
                    "Another person approved that the caseworker was told who the child is."),
            phrase(
                    "reidentification.declined",
                    "reidentification",
                    "En anden person afslog, at rådgiveren fik at vide, hvem barnet er.",
                    "Another person declined that the caseworker was told who the child is."),
            phrase(
                    "reidentification.withdrawn",
                    "reidentification",
                    "Rådgiveren trak sit ønske om at få at vide, hvem barnet er, tilbage.",
                    "The caseworker withdrew the wish to be told who the child is."),
            phrase(
                    "reidentification.lapsed",
                    "reidentification",
                    "Et ønske om at få at vide, hvem barnet er, bortfaldt.",
                    "A wish to be told who the child is lapsed."),
            phrase(
                    "reidentification.ticket_issued",
                    "reidentification",
                    "Rådgiveren fik en billet, der kan vise ét barn én gang.",
                    "The caseworker got a ticket that can show one child once."),
            phrase(
                    "reidentification.redeemed",
                    "look_up",
                    "Billetten blev brugt: en rådgiver kan have fået at vide, hvem barnet er.",
                    "The ticket was used: a caseworker may have been told who the child is."),
            phrase(
                    "gate.refused",
                    "refused",
                    "Nogen bad om noget, der vedrørte barnet, og blev afvist.",
                    "Somebody asked for something that concerned the child and was refused."),
            phrase(
                    "gate.undecidable",
                    "refused",
                    "Nogen bad om noget, der vedrørte barnet; det kunne ikke afgøres og blev afvist.",
                    "Somebody asked for something that concerned the child; it could not be decided and was refused."),
            phrase(
                    "gate.permitted",
                    "asked",
                    "Nogen fik lov til noget, der vedrørte barnet; intet står om, at det blev gjort.",
                    "Somebody was permitted something that concerned the child; nothing says that it was done."),
            phrase(
                    "erasure.requested",
                    "rights",
                    "Nogen anmodede om, at alt om barnet slettes her.",
                    "Somebody requested that everything about the child is erased here."),
            phrase(
                    "erasure.refused",
                    "rights",
                    "En anmodning om at slette alt om barnet blev afslået.",
                    "A request to erase everything about the child was refused."),
            phrase(
                    "halt.registered",
                    "rights",
                    "Sletning af barnets oplysninger blev standset på grund af en anmodning, indsigelse eller klage.",
                    "The erasure of the child's data was halted because of a request, objection or complaint."),
            phrase(
                    "halt.lifted",
                    "rights",
                    "Standsningen af sletning blev ophævet.",
                    "The halt of erasure was lifted."),
            phrase(
                    "extract.prepared",
                    "rights",
                    "En udskrift til en anmodning om indsigt blev forberedt.",
                    "An extract for an access request was prepared."),
            phrase(
                    "extract.decided",
                    "rights",
                    "Der blev taget stilling til, hvad en udskrift skulle indeholde.",
                    "It was decided what an extract was to contain."),
            phrase(
                    "extract.released",
                    "rights",
                    "En udskrift til en anmodning om indsigt blev frigivet.",
                    "An extract for an access request was released."));

    private static final Map<String, Text> OUTCOMES = Map.of(
            "no_reason",
            new Text("Konklusion: ingen grund til at screene.", "Outcome: no reason to screen."),
            "open_case",
            new Text("Konklusion: givet videre til en åben sag.", "Outcome: passed on to an open case."),
            "screening_opened",
            new Text(
                    "Konklusion: screening begyndt (barnets lov § 18).",
                    "Outcome: screening opened (barnets lov § 18)."),
            "counselling_offered",
            new Text(
                    "Konklusion: rådgivning tilbudt (barnets lov §§ 28-31).",
                    "Outcome: counselling offered (barnets lov §§ 28-31)."),
            "value_wrong",
            new Text("Konklusion: en oplysning er forkert.", "Outcome: a value is wrong."));

    private static final Map<String, Text> SOURCES = Map.of(
            "school", new Text("skole", "school"),
            "daycare", new Text("dagtilbud", "day care"),
            "benefits", new Text("ydelser", "benefits"),
            "housing", new Text("bolig og flytning", "housing"),
            "case-system", new Text("børneområdets fagsystem", "the child services' case system"),
            "notification-register", new Text("underretningsregister", "notification register"));

    private Phrases() {}

    /** The words for a type of entry; one that nobody wrote words for is named by its type, never left out. */
    static Phrase of(String type) {
        Phrase other =
                new Phrase("other", new Text("Anden behandling (" + type + ").", "Other processing (" + type + ")."));
        return known(type).orElse(other);
    }

    /** The words written for a type of entry. */
    static Optional<Phrase> known(String type) {
        return Stream.of(BY_TYPE, NotificationPhrases.BY_TYPE, CasePhrases.BY_TYPE)
                .flatMap(phrases -> Optional.ofNullable(phrases.get(type)).stream())
                .findFirst();
    }

    /** The words for an outcome. */
    static Text outcome(String id) {
        return OUTCOMES.getOrDefault(id, new Text("Konklusion: " + id + ".", "Outcome: " + id + "."));
    }

    /** The words for a kind of registry. */
    static Text source(String kind) {
        return SOURCES.getOrDefault(kind, new Text(kind, kind));
    }

    private static Map.Entry<String, Phrase> phrase(String type, String kind, String danish, String english) {
        return Map.entry(type, new Phrase(kind, new Text(danish, english)));
    }
}
