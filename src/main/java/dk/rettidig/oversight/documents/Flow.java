package dk.rettidig.oversight.documents;

/** The one path from data to a person's outcome, in words. */
final class Flow {

    private Flow() {}

    static void say(Page page, Running running) {
        page.say(
                "Kildesystemer leverer underskrevne oplysninger under pseudonym → porten → beregning for børn i hjemlens omfang → markering over tærsklen → en rådgiver læser fakta uden vægt, låser sin egen vurdering, ser så beregningen og konkluderer. Systemet åbner ingen sag, sender ingen breve og afgør intet.",
                "Registries deliver signed facts under pseudonym → the gate → a calculation for children in the scope of the basis → a flag above the threshold → a caseworker reads facts without weight, seals an own view, then sees the calculation and concludes. The system opens no case, sends no letter and decides nothing.");
        String threshold = Tables.number(running.policies().thresholds().probability());
        page.say(
                "Tærskel: " + threshold + ", ens for alle. Højst "
                        + running.policies().thresholds().capacity("000")
                        + " markeringer i en beregning, medmindre kommunen har sat et andet tal; resten tælles som udækket behov, og en lodtrækning fylder pladserne.",
                "Threshold: " + threshold + ", equal for all. At most "
                        + running.policies().thresholds().capacity("000")
                        + " flags in a run unless the municipality set another number; the rest is counted as unmet need, and a lot fills the places.");
        page.say(
                "Mål: " + running.manifest().target().danish() + ".",
                "Target: " + running.manifest().target().english() + ".");
        var rules = running.manifest().abstention();
        page.say(
                "Ingen beregning – læs sagen: når en nødvendig oplysning mangler, færre end "
                        + rules.minimumLiveSources()
                        + " slags kilder har leveret noget aktuelt, flere end " + rules.maximumStale()
                        + " oplysninger er forældede, en værdi er set hos færre end " + rules.minimumTrainingCount()
                        + " børn, eller sammensætningen er sjældnere end " + Tables.number(rules.maximumSurpriseBits())
                        + " bit. Hver grund tælles efter alder og vises på siden med beregninger.",
                "No calculation – read the case: when a necessary fact is missing, fewer than "
                        + rules.minimumLiveSources()
                        + " kinds of source delivered anything current, more than " + rules.maximumStale()
                        + " facts are stale, a value was seen in fewer than " + rules.minimumTrainingCount()
                        + " children, or the combination is rarer than " + Tables.number(rules.maximumSurpriseBits())
                        + " bits. Each reason is counted by age and shown on the page of runs.");
    }
}
