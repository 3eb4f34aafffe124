package dk.rettidig.gate;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.BasisSignatures;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.law.PolicySetStore;
import dk.rettidig.law.ReleaseLimitRegister;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.law.Thresholds;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.law.calendar.DanishHolidays;
import dk.rettidig.law.calendar.DeadlineEngine;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Loads the policy set at start-up, keeps it under its digest, and hands its registers to whoever injects them. */
@Singleton
class PolicyWiring {

    private static final Logger LOG = Logger.getLogger(PolicyWiring.class);

    /** Before everything that decides. */
    private static final int EARLY = 100;

    private final Policies policies;
    private final PolicyEngine engine;

    PolicyWiring(PolicySettings settings) {
        this.policies = load(settings.directory());
        this.engine = new PolicyEngine(policies);
    }

    void start(@Observes @Priority(EARLY) StartupEvent event, PolicySetStore store) {
        store.keep(policies.set());
        LOG.infof("policy set in force policyVersion=%s", policies.digest().brief());
    }

    @Produces
    @Singleton
    Policies policies() {
        return policies;
    }

    @Produces
    @Singleton
    PolicyEngine engine() {
        return engine;
    }

    @Produces
    @Singleton
    IndicatorCatalogue indicators() {
        return policies.indicators();
    }

    @Produces
    @Singleton
    LegalBases bases() {
        return policies.bases();
    }

    @Produces
    @Singleton
    RetentionRules retention() {
        return policies.retention();
    }

    @Produces
    @Singleton
    TriageRegister triage() {
        return policies.triage();
    }

    @Produces
    @Singleton
    HandoverRegister handover() {
        return policies.handover();
    }

    @Produces
    @Singleton
    FollowUpRegister followUp() {
        return policies.followUp();
    }

    @Produces
    @Singleton
    GuidelinePointRegister guidelinePoints() {
        return policies.guidelinePoints();
    }

    @Produces
    @Singleton
    Thresholds thresholds() {
        return policies.thresholds();
    }

    @Produces
    @Singleton
    DeadlineRegister deadlines() {
        return policies.deadlines();
    }

    @Produces
    @Singleton
    CaseRuleRegister caseRules() {
        return policies.caseRules();
    }

    /** Counts deadlines; the calendar is read at the first question about a holiday. */
    @Produces
    @Singleton
    DeadlineEngine deadlineEngine() {
        return new DeadlineEngine(new DanishHolidays(policies.deadlines().holidayCorrections()));
    }

    @Produces
    @Singleton
    ReleaseLimitRegister releaseLimits() {
        return policies.releaseLimits();
    }

    @Produces
    @Singleton
    MonitoringLimits monitoringLimits() {
        return policies.monitoringLimits();
    }

    @Produces
    @Singleton
    ReviewRuleRegister reviewRules() {
        return policies.reviewRules();
    }

    @Produces
    @Singleton
    CodeRegister codes() {
        return policies.codes();
    }

    /** Nobody has signed until a store of signatures says otherwise. */
    @Produces
    @DefaultBean
    @Singleton
    BasisSignatures signatures() {
        return (basis, municipality) -> Optional.empty();
    }

    private static Policies load(Optional<Path> directory) {
        try {
            PolicySet set = directory.isPresent() ? PolicySetReader.read(directory.get()) : PolicySetReader.shipped();
            return Policies.load(set);
        } catch (PolicySetException unenforceable) {
            for (PolicyProblem problem : unenforceable.problems()) {
                LOG.errorf("policy set: %s", problem);
            }
            throw new GateFault(unenforceable.problems());
        }
    }
}
