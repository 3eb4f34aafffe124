package dk.rettidig.flag;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.Ledger;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Erases flags and memberships when their time is over: asks the gate, erases and records the number in one transaction. */
@Singleton
class FlagErasure {

    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final GatedErasure erasure;
    private final Ledger ledger;
    private final Runs runs;
    private final FlagUpkeep upkeep;
    private final RetentionRules rules;

    FlagErasure(GatedErasure erasure, Ledger ledger, Runs runs, FlagUpkeep upkeep, RetentionRules rules) {
        this.erasure = erasure;
        this.ledger = ledger;
        this.runs = runs;
        this.upkeep = upkeep;
        this.rules = rules;
    }

    @Produces
    @Singleton
    Retained unopened() {
        return new Rows(FlagRetention.UNOPENED, this::expire);
    }

    /** What a halt keeps expires too: nobody is to read it as if it were of today. */
    private int expire(MunicipalityCode at, Instant now) {
        List<FlagId> expired = upkeep.expire(at, now);
        int erased = upkeep.erase(at, FlagUpkeep.Content.EXPIRED, now);
        List<FlagId> kept = upkeep.kept(at, expired);
        if (!kept.isEmpty()) {
            ledger.append(SCHEDULER, new FlagEvent.Expired(at, kept));
        }
        return erased;
    }

    @Produces
    @Singleton
    Retained concluded() {
        return new Rows(
                FlagRetention.CONCLUDED,
                (at, now) -> upkeep.erase(
                        at, FlagUpkeep.Content.ACKNOWLEDGED, now.minus(rules.keep(FlagRetention.CONCLUDED))));
    }

    @Produces
    @Singleton
    Retained withdrawn() {
        return new Rows(
                FlagRetention.AFTER_SCOPE,
                (at, now) -> upkeep.erase(
                        at, FlagUpkeep.Content.WITHDRAWN, now.minus(rules.keep(FlagRetention.AFTER_SCOPE))));
    }

    @Produces
    @Singleton
    Retained membership() {
        return new Rows(
                FlagRetention.MEMBERSHIP,
                (at, now) -> upkeep.eraseMembership(at, now.minus(rules.keep(FlagRetention.MEMBERSHIP))));
    }

    @FunctionalInterface
    interface Erasing {
        int erase(MunicipalityCode municipality, Instant now);
    }

    final class Rows implements Retained {

        private final String name;
        private final Erasing erasing;

        Rows(String name, Erasing erasing) {
            this.name = name;
            this.erasing = erasing;
        }

        @Override
        public String retentionClass() {
            return name;
        }

        @Override
        public int eraseDue(Instant now) {
            int erased = 0;
            for (MunicipalityCode municipality : runs.municipalities()) {
                erased += erasure.erase(name, municipality, () -> erase(municipality, now));
            }
            return erased;
        }

        private GatedErasure.Gone erase(MunicipalityCode municipality, Instant now) {
            int count = erasing.erase(municipality, now);
            return new GatedErasure.Gone(count, new FlagEvent.Erased(municipality, name, count));
        }
    }
}
