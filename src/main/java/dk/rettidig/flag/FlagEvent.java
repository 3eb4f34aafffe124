package dk.rettidig.flag;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import java.util.List;
import java.util.Map;

/** What the record says of runs and flags. Never what anybody scored. */
public sealed interface FlagEvent extends LedgerEvent {

    /** A run is asked for and permitted; its lease is held. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "AI Act 12, 26(6); GDPR 5(2)")
    record RunStarted(Run run, String modelDigest) implements FlagEvent {
        @Override
        public String type() {
            return "flag.run_started";
        }

        @Override
        public EventFields fields() {
            RunRequest request = run.request();
            return EventFields.none()
                    .text("run", run.id().toString())
                    .text("municipality", request.municipality().value())
                    .text("basis", request.basis().value())
                    .text("phase", request.phase().id())
                    .text("scope", request.scope().id())
                    .text("model", request.model().toString())
                    .text("model_digest", modelDigest)
                    .text("as_of", request.asOf().toString())
                    .policy(run.policy());
        }
    }

    /** A run was permitted and not started, because its model is paused or withdrawn. */
    @Recorded(by = ActorKind.TEAM_LEADER, result = Recorded.Result.REFUSED, ground = "AI Act 12, 26(5)")
    record RunStopped(MunicipalityCode municipality, String model, String reason) implements FlagEvent {
        @Override
        public String type() {
            return "flag.run_stopped";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("model", model)
                    .text("reason", reason);
        }
    }

    /** More children lie above the threshold than the team can read; who they are is bound before the seed is known. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "AI Act 12, 26(6)")
    record LotPrepared(RunId run, MunicipalityCode municipality, long tickets, int capacity, Hash root)
            implements FlagEvent {
        @Override
        public String type() {
            return "flag.lot_prepared";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("run", run.toString())
                    .text("municipality", municipality.value())
                    .number("tickets", tickets)
                    .number("capacity", capacity)
                    .text("root", root.hex());
        }
    }

    /** The lot is drawn by a checkpoint that came later. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "AI Act 12, 26(6)")
    record LotDrawn(RunId run, MunicipalityCode municipality, long preparedAt, long treeSize, Hash seed)
            implements FlagEvent {
        @Override
        public String type() {
            return "flag.lot_drawn";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("run", run.toString())
                    .text("municipality", municipality.value())
                    .number("prepared_leaf_index", preparedAt)
                    .number("checkpoint_size", treeSize)
                    .text("seed", seed.hex());
        }
    }

    /**
     * A flag is raised: the child as a commitment, so that the record can be searched for it by who may.
     *
     * @param values the commitment to the values that the flag rests on ({@link CopyCommitment}), hexadecimal
     */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "AI Act 12, 26(6); GDPR 15(1)(h)")
    record Raised(RunId run, MunicipalityCode municipality, FlagId flag, Pseudonym pseudonym, String values)
            implements FlagEvent {
        @Override
        public String type() {
            return "flag.raised";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("run", run.toString())
                    .text("municipality", municipality.value())
                    .flag(flag.value())
                    .text(CopyCommitment.FIELD, values)
                    .child("pseudonym", municipality.value(), pseudonym.bytes());
        }
    }

    /**
     * A run's effect is committed.
     *
     * @param abstentions how often each reason was given; a child may have several
     */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "AI Act 12, 26(6); GDPR 5(2)")
    record RunFinished(
            RunId run, MunicipalityCode municipality, RunCounts counts, Map<String, Long> abstentions, Hash membership)
            implements FlagEvent {

        public RunFinished {
            abstentions = Map.copyOf(abstentions);
        }

        @Override
        public String type() {
            return "flag.run_finished";
        }

        @Override
        public EventFields fields() {
            EventFields reasons = EventFields.none();
            for (Map.Entry<String, Long> reason : abstentions.entrySet()) {
                reasons = reasons.number(reason.getKey(), reason.getValue());
            }
            return EventFields.none()
                    .text("run", run.toString())
                    .text("municipality", municipality.value())
                    .number("children", counts.children())
                    .number("scored", counts.scored())
                    .number("abstained", counts.abstained())
                    .group("abstained_for", reasons)
                    .number("above_threshold", counts.above())
                    .number("flagged", counts.flagged())
                    .number("unmet_need", counts.unmet())
                    .text("membership_root", membership.hex());
        }
    }

    /** A run ended without effect. */
    @Recorded(
            by = {ActorKind.TEAM_LEADER, ActorKind.SCHEDULER},
            result = Recorded.Result.FAILED,
            ground = "AI Act 12, 26(6)")
    record RunAborted(RunId run, MunicipalityCode municipality, String reason) implements FlagEvent {
        @Override
        public String type() {
            return "flag.run_aborted";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("run", run.toString())
                    .text("municipality", municipality.value())
                    .text("reason", reason);
        }
    }

    /**
     * Sources corrected or retracted values that flags rest on: the facts are marked, the flags' own models were asked again,
     * and nothing was closed. What came of it is sealed like a flag's strength.
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(d), 16, 19; AI Act 12")
    record ValuesCorrected(MunicipalityCode municipality, List<FlagId> flags) implements FlagEvent {

        public ValuesCorrected {
            flags = List.copyOf(flags);
        }

        @Override
        public String type() {
            return "flag.values_corrected";
        }

        @Override
        public EventFields fields() {
            return Named.fields(municipality, flags);
        }
    }

    /**
     * A source corrected values of flags whose stored copy is not what their own entry commits to. They were neither marked nor
     * calculated with again: somebody changed the copy past the service, and people have to find out who.
     */
    @Recorded(by = ActorKind.SCHEDULER, result = Recorded.Result.FAILED, ground = "GDPR 5(1)(f), 32(1)(b); AI Act 12")
    record CopyContradicted(MunicipalityCode municipality, List<FlagId> flags) implements FlagEvent {

        public CopyContradicted {
            flags = List.copyOf(flags);
        }

        @Override
        public String type() {
            return "flag.copy_contradicted";
        }

        @Override
        public EventFields fields() {
            return Named.fields(municipality, flags);
        }
    }

    /** Flags were withdrawn because their children left scope. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(b), 5(1)(e)")
    record Withdrawn(MunicipalityCode municipality, List<FlagId> flags) implements FlagEvent {

        public Withdrawn {
            flags = List.copyOf(flags);
        }

        @Override
        public String type() {
            return "flag.withdrawn";
        }

        @Override
        public EventFields fields() {
            return Named.fields(municipality, flags);
        }
    }

    /** Flags that nobody opened in time expired, and a halt keeps their content. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record Expired(MunicipalityCode municipality, List<FlagId> flags) implements FlagEvent {

        public Expired {
            flags = List.copyOf(flags);
        }

        @Override
        public String type() {
            return "flag.expired";
        }

        @Override
        public EventFields fields() {
            return Named.fields(municipality, flags);
        }
    }

    /** Rows were erased because their time was over. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record Erased(MunicipalityCode municipality, String retentionClass, long count) implements FlagEvent {
        @Override
        public String type() {
            return "flag.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("retention_class", retentionClass)
                    .number("count", count);
        }
    }

    /** How events name flags of a municipality. */
    final class Named {

        private Named() {}

        private static EventFields fields(MunicipalityCode municipality, List<FlagId> flags) {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("count", flags.size())
                    .flags(flags.stream().map(FlagId::value).toList());
        }
    }
}
