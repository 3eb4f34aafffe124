package dk.rettidig.casefile.supervision;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the record keeps of legal supervision: no case by its number, and texts as commitments. */
public sealed interface SupervisionEvent extends LedgerEvent {

    /** The frame is bound: from here on nobody can change which cases can be drawn, or how many. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL § 9; ADR 0128")
    record FrameCommitted(
            UUID round,
            MunicipalityCode municipality,
            DrawnFrom drawnFrom,
            FrameSource source,
            int cases,
            int sample,
            Hash root,
            Instant opensAt)
            implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.frame_committed";
        }

        @Override
        public EventFields fields() {
            return about(municipality, round)
                    .text("procedure", Draw.PROCEDURE)
                    .text("drawn_from", drawnFrom.id())
                    .text("source", source.id())
                    .number("cases", cases)
                    .number("sample", sample)
                    .text("root", root.hex())
                    .moment("opens_at", opensAt);
        }
    }

    /** The moment has come: the tree that ends with this entry is the seed. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "BL § 9; ADR 0128")
    record DrawCalled(UUID round, MunicipalityCode municipality) implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.draw_called";
        }

        @Override
        public EventFields fields() {
            return about(municipality, round);
        }
    }

    /** The cases were drawn. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "BL § 9; ADR 0128")
    record Drawn(UUID round, MunicipalityCode municipality, long callIndex, Hash seed, int sample)
            implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.drawn";
        }

        @Override
        public EventFields fields() {
            return about(municipality, round)
                    .number("call_index", callIndex)
                    .text("seed", seed.hex())
                    .number("sample", sample);
        }
    }

    /**
     * Somebody read what names the drawn cases.
     *
     * @param cases how many
     * @param children the children among them whom this service knows, at most 200 in one entry: a person's extract
     *     says that the case was looked at
     */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 5(2), 32")
    record CasesRead(UUID round, MunicipalityCode municipality, int cases, List<Pseudonym> children)
            implements SupervisionEvent {

        /** Most children in one entry, whose bytes are limited. */
        static final int MOST_CHILDREN = 200;

        public CasesRead {
            children = List.copyOf(children);
        }

        @Override
        public String type() {
            return "supervision.cases_read";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(municipality, round).number("cases", cases);
            for (int i = 0; i < children.size(); i++) {
                fields = fields.child(
                        "child_" + i, municipality.value(), children.get(i).bytes());
            }
            return fields;
        }
    }

    /** A reviewer handed in answers, which are on record as one commitment. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER},
            ground = "BL § 9; ADR 0129")
    record CaseReviewed(
            UUID round, MunicipalityCode municipality, int number, Optional<Pseudonym> child, String answers)
            implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.case_reviewed";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(municipality, round)
                    .number("number", number)
                    .committed("answers", answers.getBytes(StandardCharsets.UTF_8));
            return child.map(one -> fields.child("pseudonym", municipality.value(), one.bytes()))
                    .orElse(fields);
        }

        @Override
        public String toString() {
            return "CaseReviewed[hidden]";
        }
    }

    /** Somebody who may not review a case tried to. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER},
            result = Recorded.Result.REFUSED,
            ground = "BL § 9; ADR 0129")
    record ReviewRefused(UUID round, MunicipalityCode municipality, int number, String because)
            implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.review_refused";
        }

        @Override
        public EventFields fields() {
            return about(municipality, round).number("number", number).text("because", because);
        }
    }

    /** What is to be done about the faults against a rule. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL § 9; ADR 0129")
    record ImprovementPlanned(UUID round, MunicipalityCode municipality, Improvement improvement)
            implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.improvement_planned";
        }

        @Override
        public EventFields fields() {
            return about(municipality, round)
                    .text("rule", improvement.rule())
                    .text("due", improvement.due().toString())
                    .committed("by", improvement.by().getBytes(StandardCharsets.UTF_8))
                    .committed("plan", improvement.plan().text().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Somebody took the package for the national Task Force. */
    @Recorded(
            by = {ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER, ActorKind.CITIZENS_ADVISER},
            ground = "BL § 9; ADR 0135")
    record PackageTaken(UUID round, MunicipalityCode municipality, String sha256) implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.package_taken";
        }

        @Override
        public EventFields fields() {
            return about(municipality, round).text("sha256", sha256);
        }
    }

    /** Rounds whose time was over were erased, with cases and answers. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record Erased(MunicipalityCode municipality, int count) implements SupervisionEvent {
        @Override
        public String type() {
            return "supervision.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("count", count);
        }
    }

    private static EventFields about(MunicipalityCode municipality, UUID round) {
        return EventFields.none().text("municipality", municipality.value()).text("round", round.toString());
    }
}
