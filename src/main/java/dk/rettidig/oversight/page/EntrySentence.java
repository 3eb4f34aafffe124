package dk.rettidig.oversight.page;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.web.Language;
import java.util.Map;

/** Says what an entry is about in a sentence a person can read. */
final class EntrySentence {

    private record Pair(String danish, String english) {}

    private static final Map<String, Pair> TYPES = Map.ofEntries(
            Map.entry("gate.permitted", pair("Regelsættet tillod", "The rule set permitted")),
            Map.entry("gate.refused", pair("Regelsættet afviste", "The rule set refused")),
            Map.entry("gate.undecidable", pair("Kunne ikke afgøres og blev afvist", "Undecidable, so refused")),
            Map.entry("gate.counted", pair("Optælling af", "Count of")),
            Map.entry("feed.delivery_started", pair("En leverance begyndte", "A delivery began")),
            Map.entry("feed.delivery_finished", pair("En leverance blev modtaget", "A delivery was received")),
            Map.entry(
                    "feed.delivery_conflicted",
                    pair("En leverance kom under et brugt id", "A delivery came under an id in use")),
            Map.entry("feed.delivery_rejected", pair("En leverance blev afvist", "A delivery was rejected")),
            Map.entry("feed.delivery_aborted", pair("En leverance blev afbrudt", "A delivery was aborted")),
            Map.entry("feed.feed_proposed", pair("En leveringsaftale blev foreslået", "A feed was proposed")),
            Map.entry("feed.feed_approved", pair("En leveringsaftale blev godkendt", "A feed was approved")),
            Map.entry("feed.key_proposed", pair("En nøgle blev foreslået", "A key was proposed")),
            Map.entry("feed.key_approved", pair("En nøgle blev godkendt", "A key was approved")),
            Map.entry("feed.key_withdrawn", pair("En nøgle blev trukket tilbage", "A key was withdrawn")),
            Map.entry(
                    "feed.notes_unverified",
                    pair(
                            "Følgesedler uden gyldig underskrift, talt",
                            "Delivery notes without a valid signature, counted")),
            Map.entry("scope.observations_erased", pair("Observationer blev slettet", "Observations were erased")),
            Map.entry("supervision.frame_committed", pair("En ramme for tilsyn blev bundet", "A frame was bound")),
            Map.entry("supervision.draw_called", pair("Der blev kaldt til lodtrækning", "A draw was called")),
            Map.entry("supervision.drawn", pair("Sager blev trukket ved lod", "Cases were drawn by lot")),
            Map.entry("supervision.cases_read", pair("Udtrukne sager blev læst", "Drawn cases were read")),
            Map.entry("supervision.case_reviewed", pair("En sag blev gennemgået", "A case was reviewed")),
            Map.entry("supervision.review_refused", pair("En gennemgang blev afvist", "A review was refused")),
            Map.entry(
                    "supervision.improvement_planned",
                    pair("En forbedring blev planlagt", "An improvement was planned")),
            Map.entry("supervision.erased", pair("Tilsynsrunder blev slettet", "Rounds of supervision were erased")),
            Map.entry("flag.run_started", pair("En beregning begyndte", "A run began")),
            Map.entry("flag.run_finished", pair("En beregning blev færdig", "A run finished")),
            Map.entry("flag.run_aborted", pair("En beregning blev afbrudt", "A run was aborted")),
            Map.entry("flag.lot_prepared", pair("En lodtrækning blev forberedt", "A lot was prepared")),
            Map.entry("flag.lot_drawn", pair("Der blev trukket lod", "A lot was drawn")),
            Map.entry(
                    "oversight.document_read",
                    pair("Et dokument om det, der kører, blev læst", "A document of what runs was read")),
            Map.entry("flag.raised", pair("En markering blev rejst", "A flag was raised")),
            Map.entry("flag.withdrawn", pair("En markering blev trukket tilbage", "A flag was withdrawn")),
            Map.entry("flag.erased", pair("En markerings indhold blev slettet", "A flag's content was erased")),
            Map.entry("review.flag_opened", pair("En markering blev læst", "A flag was read")),
            Map.entry(
                    "review.flag_not_found",
                    pair(
                            "Nogen spurgte efter en markering, der ikke findes",
                            "Somebody asked for a flag that does not exist")),
            Map.entry("review.view_sealed", pair("En egen faglig vurdering blev låst", "An own view was sealed")),
            Map.entry(
                    "review.weights_read",
                    pair("Beregningen bag en markering blev læst", "The calculation behind a flag was read")),
            Map.entry(
                    "review.weights_refused",
                    pair(
                            "Beregningen blev afvist, fordi vurderingen ikke var låst",
                            "The calculation was refused, the own view not being sealed")),
            Map.entry("review.outcome_recorded", pair("En konklusion blev skrevet", "An outcome was recorded")),
            Map.entry(
                    "review.texts_erased",
                    pair("Vurderinger og konklusioner blev slettet", "Views and outcomes were erased")),
            Map.entry(
                    "flag.values_corrected",
                    pair(
                            "Oplysninger bag markeringer blev rettet i kilden",
                            "Facts behind flags were corrected at the source")),
            Map.entry(
                    "flag.run_stopped",
                    pair(
                            "En beregning blev ikke startet: modellen er standset",
                            "A run was not started: its model is stopped")),
            Map.entry(
                    "monitoring.paused",
                    pair(
                            "En grænse blev overskredet, og modellen sat på pause",
                            "A limit was passed and the model paused")),
            Map.entry(
                    "monitoring.conclusions_counted",
                    pair("Afsluttede screeninger blev talt", "Concluded screenings were counted")),
            Map.entry(
                    "monitoring.reviewer_marks_erased",
                    pair("Mærker for, hvem der havde vurderet, blev slettet", "Marks of who had reviewed were erased")),
            Map.entry(
                    "scope.conclusions_erased",
                    pair("Afsluttede screeninger blev slettet", "Concluded screenings were erased")),
            Map.entry("monitoring.resumed", pair("En pause blev ophævet", "A pause was lifted")),
            Map.entry("monitoring.model_withdrawn", pair("En model blev trukket tilbage", "A model was withdrawn")),
            Map.entry(
                    "reidentification.requested",
                    pair("Der blev bedt om genidentifikation", "A re-identification was asked for")),
            Map.entry(
                    "reidentification.approved",
                    pair(
                            "En genidentifikation blev godkendt af en anden person",
                            "A re-identification was approved by a second person")),
            Map.entry(
                    "reidentification.declined",
                    pair("En genidentifikation blev afslået", "A re-identification was declined")),
            Map.entry(
                    "reidentification.withdrawn",
                    pair(
                            "En anmodning om genidentifikation blev trukket tilbage",
                            "A request for re-identification was withdrawn")),
            Map.entry(
                    "reidentification.lapsed",
                    pair("En anmodning om genidentifikation bortfaldt", "A request for re-identification lapsed")),
            Map.entry(
                    "reidentification.ticket_issued",
                    pair("En billet til genidentifikation blev udstedt", "A ticket for re-identification was issued")),
            Map.entry(
                    "reidentification.redeemed",
                    pair(
                            "En billet blev indløst: ét barn kan være vist",
                            "A ticket was redeemed: one child may have been shown")),
            Map.entry(
                    "reidentification.refused",
                    pair(
                            "Et skridt mod genidentifikation blev afvist",
                            "A step towards re-identification was refused")),
            Map.entry(
                    "reidentification.redemption_refused",
                    pair(
                            "En indløsning blev afvist, og ingen blev vist",
                            "A redemption was refused, and nobody was shown")),
            Map.entry(
                    "reidentification.requests_unverified",
                    pair(
                            "Anmodninger om indløsning uden gyldig underskrift, talt",
                            "Requests for a redemption without a valid signature, counted")),
            Map.entry(
                    "reidentification.substitute_named",
                    pair("En stedfortræder blev navngivet", "A substitute was named")),
            Map.entry(
                    "reidentification.substitute_ended",
                    pair("En stedfortræder blev afsluttet", "The time of a substitute was ended")),
            Map.entry(
                    "reidentification.counts_erased",
                    pair(
                            "Optællinger af genidentifikationer blev slettet",
                            "Counts of re-identifications were erased")),
            Map.entry("flag.expired", pair("Markeringer udløb ulæst", "Flags expired unread")),
            Map.entry("halt.registered", pair("Et slettestop blev registreret", "A halt was registered")),
            Map.entry("halt.lifted", pair("Et slettestop blev ophævet", "A halt was lifted")),
            Map.entry("extract.prepared", pair("En udskrift blev forberedt", "An extract was prepared")),
            Map.entry(
                    "extract.decided",
                    pair("Der blev taget stilling til en udskrift", "Entries of an extract were decided on")),
            Map.entry("extract.released", pair("En udskrift blev frigivet", "An extract was released")),
            Map.entry("extract.erased", pair("Udskrifter blev slettet", "Extracts were erased")),
            Map.entry("halt.erased", pair("Ophævede slettestop blev slettet", "Halts that had ended were erased")),
            Map.entry(
                    "ledger.commitments_erased",
                    pair("Indhold bag indførsler blev slettet", "Content behind entries was erased")),
            Map.entry(
                    "ledger.identities_erased",
                    pair("Navne bag håndtag blev slettet", "Names behind handles were erased")));

    private static final Map<String, Pair> ACTIONS = Map.ofEntries(
            Map.entry("read_public", pair("læsning af det offentlige", "reading what is public")),
            Map.entry("sign_in", pair("log ind eller log ud", "signing in or out")),
            Map.entry("read_home", pair("forsiden", "the front page")),
            Map.entry("propose_registry_key", pair("at foreslå en nøgle", "proposing a key")),
            Map.entry("approve_registry_key", pair("at godkende en nøgle", "approving a key")),
            Map.entry("withdraw_registry_key", pair("at trække en nøgle tilbage", "withdrawing a key")),
            Map.entry("propose_feed", pair("at foreslå en leveringsaftale", "proposing a feed")),
            Map.entry("approve_feed", pair("at godkende en leveringsaftale", "approving a feed")),
            Map.entry("erase", pair("sletning", "erasure")),
            Map.entry("sign_basis", pair("at skrive under for en hjemmel", "signing for a legal basis")),
            Map.entry("read_scope_bands", pair("at se omfanget i bånd", "reading scope in bands")),
            Map.entry("deliver", pair("en leverance", "a delivery")),
            Map.entry("start_run", pair("en beregning", "a run")),
            Map.entry("read_runs", pair("at se beregninger", "reading runs")),
            Map.entry("list_flags", pair("listen over markeringer", "the list of flags")),
            Map.entry("open_flag", pair("at læse en markering", "reading a flag")),
            Map.entry("seal_own_view", pair("at låse en egen vurdering", "sealing an own view")),
            Map.entry(
                    "read_weights",
                    pair("at se beregningen bag en markering", "reading the calculation behind a flag")),
            Map.entry("record_outcome", pair("at skrive en konklusion", "recording an outcome")),
            Map.entry("read_ledger", pair("at læse protokollen", "reading the ledger")),
            Map.entry("export_ledger", pair("at udtrække protokollen", "exporting the ledger")),
            Map.entry("read_deliveries", pair("at se leverancer", "reading deliveries")),
            Map.entry("read_quarantine", pair("at se tilbageholdte rækker", "reading quarantined rows")),
            Map.entry("read_receipt", pair("en kvittering", "a receipt")),
            Map.entry("read_feeds", pair("at se leveringsaftaler", "reading feeds")),
            Map.entry(
                    "request_reidentification", pair("at bede om genidentifikation", "asking for a re-identification")),
            Map.entry(
                    "withdraw_reidentification",
                    pair(
                            "at trække en anmodning om genidentifikation tilbage",
                            "withdrawing a request for re-identification")),
            Map.entry(
                    "approve_reidentification",
                    pair("at afgøre en genidentifikation", "deciding on a re-identification")),
            Map.entry("issue_ticket", pair("en billet til genidentifikation", "a ticket for re-identification")),
            Map.entry(
                    "redeem_ticket",
                    pair("at indløse en billet til genidentifikation", "redeeming a ticket for re-identification")),
            Map.entry("name_substitute", pair("at navngive en stedfortræder", "naming a substitute")),
            Map.entry(
                    "read_reidentifications",
                    pair("at se anmodninger om genidentifikation", "reading requests for re-identification")),
            Map.entry(
                    "read_reidentification_counts",
                    pair("at se optællinger af genidentifikationer", "reading counts of re-identifications")),
            Map.entry("read_halts", pair("at se slettestop", "reading halts")),
            Map.entry("register_halt", pair("at registrere et slettestop", "registering a halt")),
            Map.entry("read_extracts", pair("at se udskrifter", "reading extracts")),
            Map.entry("prepare_extract", pair("at forberede en udskrift", "preparing an extract")),
            Map.entry("decide_extract", pair("at tage stilling til en udskrift", "deciding on an extract")),
            Map.entry("release_extract", pair("at frigive en udskrift", "releasing an extract")),
            Map.entry(
                    "read_documents",
                    pair("at læse dokumenterne om det, der kører", "reading the documents of what runs")),
            Map.entry("read_monitoring", pair("at se overvågningen af modeller", "reading the monitoring of models")),
            Map.entry("count_conclusions", pair("at tælle afsluttede screeninger", "counting concluded screenings")),
            Map.entry("resume_flagging", pair("at genoptage markeringer", "resuming flagging")),
            Map.entry("withdraw_model", pair("at trække en model tilbage", "withdrawing a model")),
            Map.entry(
                    "read_model_flags",
                    pair("at se en tilbagetrukket models markeringer", "reading the flags of a withdrawn model")),
            Map.entry("read_supervision", pair("at se det juridiske tilsyn", "reading the legal supervision")),
            Map.entry("commit_frame", pair("at binde en ramme for tilsyn", "binding a frame for supervision")),
            Map.entry("draw_sample", pair("at trække lod mellem sager", "drawing cases by lot")),
            Map.entry("review_drawn_case", pair("at gennemgå en udtrukket sag", "reviewing a drawn case")),
            Map.entry("plan_improvement", pair("at planlægge en forbedring", "planning an improvement")),
            Map.entry("lift_halt", pair("at ophæve et slettestop", "lifting a halt")),
            Map.entry("evaluate_model", pair("evaluering af en model", "evaluating a model")));

    private EntrySentence() {}

    static String of(String type, JsonNode fields, Language language) {
        Pair known = TYPES.getOrDefault(type, pair(type, type));
        String sentence = language.choose(known.danish(), known.english());
        if (type.startsWith("gate.")) {
            String action = type.equals("gate.counted")
                    ? fields.path("action").asText()
                    : fields.path("request").path("action").asText();
            Pair asked = ACTIONS.getOrDefault(action, pair(action, action));
            return sentence + ": " + language.choose(asked.danish(), asked.english()) + rule(type, fields, language);
        }
        return sentence + detail(type, fields, language);
    }

    private static String rule(String type, JsonNode fields, Language language) {
        boolean refused = type.equals("gate.refused") || type.equals("gate.undecidable");
        String first = fields.path("rules").path(0).asText();
        return refused && !first.isEmpty() ? language.choose(" (regel ", " (rule ") + first + ")" : "";
    }

    private static String detail(String type, JsonNode fields, Language language) {
        return switch (type) {
            case "feed.delivery_finished" ->
                language.choose(": gyldige rækker ", ": valid rows ")
                        + fields.path("rows_valid").asText()
                        + language.choose(", tilbageholdt ", ", quarantined ")
                        + fields.path("rows_quarantined").asText();
            case "feed.delivery_rejected",
                    "feed.delivery_conflicted",
                    "feed.delivery_aborted",
                    "reidentification.refused",
                    "reidentification.redemption_refused" ->
                ": " + fields.path("reason").asText();
            default -> "";
        };
    }

    private static Pair pair(String danish, String english) {
        return new Pair(danish, english);
    }
}
