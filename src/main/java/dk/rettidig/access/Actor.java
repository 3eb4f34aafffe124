package dk.rettidig.access;

import java.util.Optional;

/**
 * Who is calling. Every request has exactly one actor, and every actor exactly one kind; a person with two tasks signs in
 * for one of them at a time.
 */
public sealed interface Actor {

    /** The kind as policies and entries name it. */
    ActorKind kind();

    /** The stable name; empty for the public and the scheduler. */
    Optional<ActorName> name();

    /** The municipality the actor acts for; empty for those who act for the installation. */
    Optional<MunicipalityCode> municipality();

    /** An actor of one municipality. */
    sealed interface Municipal extends Actor {
        /** The name under which the actor is known. */
        ActorName known();

        /** The municipality the actor acts for. */
        MunicipalityCode at();

        @Override
        default Optional<ActorName> name() {
            return Optional.of(known());
        }

        @Override
        default Optional<MunicipalityCode> municipality() {
            return Optional.of(at());
        }
    }

    /** An actor of the installation. */
    sealed interface Central extends Actor {
        @Override
        default Optional<MunicipalityCode> municipality() {
            return Optional.empty();
        }
    }

    /** A municipal source system that delivers; authenticated by the key that signs its deliveries. */
    record Registry(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.REGISTRY;
        }
    }

    /** A person of the municipality's data team: registers keys and feeds, reads delivery reports. */
    record DataTeamPerson(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.DATA_TEAM_PERSON;
        }
    }

    /** A person who reviews flags and records outcomes. */
    record Caseworker(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.CASEWORKER;
        }
    }

    /** A person who approves, assigns and starts runs. */
    record TeamLeader(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.TEAM_LEADER;
        }
    }

    /** A person who signs for a legal basis. */
    record LegalReviewer(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.LEGAL_REVIEWER;
        }
    }

    /** The DPO: sees the record, has no switch, no key share and no approval (GDPR art. 38(6)). */
    record DataProtectionOfficer(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.DATA_PROTECTION_OFFICER;
        }
    }

    /** The citizens' adviser: reads what the DPO releases. */
    record CitizensAdviser(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.CITIZENS_ADVISER;
        }
    }

    /** A person responsible for a model. */
    record ModelOwner(ActorName known, MunicipalityCode at) implements Municipal {
        @Override
        public ActorKind kind() {
            return ActorKind.MODEL_OWNER;
        }
    }

    /** A person who runs the installation. */
    record Operator(ActorName known) implements Central {
        @Override
        public ActorKind kind() {
            return ActorKind.OPERATOR;
        }

        @Override
        public Optional<ActorName> name() {
            return Optional.of(known);
        }
    }

    /** Somebody outside the daily work who checks the record: reads entries as they stand and their proofs, nothing else. */
    record Verifier(ActorName known) implements Central {
        @Override
        public ActorKind kind() {
            return ActorKind.VERIFIER;
        }

        @Override
        public Optional<ActorName> name() {
            return Optional.of(known);
        }
    }

    /** The service itself, doing what was planned. */
    record Scheduler() implements Central {
        @Override
        public ActorKind kind() {
            return ActorKind.SCHEDULER;
        }

        @Override
        public Optional<ActorName> name() {
            return Optional.empty();
        }
    }

    /** The pseudonym authority. */
    record Authority(ActorName known) implements Central {
        @Override
        public ActorKind kind() {
            return ActorKind.AUTHORITY;
        }

        @Override
        public Optional<ActorName> name() {
            return Optional.of(known);
        }
    }

    /** A witness that cosigns checkpoints. */
    record Witness(ActorName known) implements Central {
        @Override
        public ActorKind kind() {
            return ActorKind.WITNESS;
        }

        @Override
        public Optional<ActorName> name() {
            return Optional.of(known);
        }
    }

    /** Nobody in particular: whoever did not sign in. */
    record Public() implements Central {
        @Override
        public ActorKind kind() {
            return ActorKind.PUBLIC;
        }

        @Override
        public Optional<ActorName> name() {
            return Optional.empty();
        }
    }
}
