package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.law.DutyKind;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.notification.Notifications.Filed;
import java.util.List;

/** What barnets lov says about the order of things, and about who may do them. */
final class StepRules {

    private StepRules() {}

    /**
     * Refuses a step that the law does not permit now, or by this person.
     *
     * @param ofChild every notification of the child, this one among them
     * @throws NotificationFault what stands in the way
     */
    static void demand(Filed filed, List<Filed> ofChild, List<Duty> duties, Step step) {
        Notification notification = filed.notification();
        step.kind().duty().ifPresent(duty -> demandOpen(duties, duty));
        switch (step.kind()) {
            case PARENTS_CONTACTED -> demandRisk(duties);
            case CHILD_TALK_HELD -> demandAlone(notification, step);
            case REASSESSED -> demandNewPerson(ofChild, step.by());
            case SCREENED -> demandRest(duties);
            default -> {
                // The others may be done at any time by anyone of the central unit.
            }
        }
    }

    private static void demandOpen(List<Duty> duties, DutyKind duty) {
        Duty demanded = duties.stream()
                .filter(each -> each.demand().duty() == duty)
                .findFirst()
                .orElseThrow(() -> new NotificationFault(NotificationErrorCode.STEP_NOT_DEMANDED));
        if (!demanded.isOpen()) {
            throw new NotificationFault(NotificationErrorCode.STEP_DONE);
        }
    }

    private static void demandRisk(List<Duty> duties) {
        if (duties.stream().anyMatch(duty -> duty.isOpen() && duty.demand().duty() == DutyKind.RISK_ASSESSMENT)) {
            throw new NotificationFault(NotificationErrorCode.RISK_FIRST);
        }
    }

    private static void demandAlone(Notification notification, Step step) {
        if (notification.marks().contains(NotificationMark.ABUSE_BY_PARENTS)
                && !step.result().equals("alone")) {
            throw new NotificationFault(NotificationErrorCode.TALK_ALONE);
        }
    }

    /** Whoever registered or did anything about any notification of the child has handled the case. */
    private static void demandNewPerson(List<Filed> ofChild, ActorName by) {
        boolean handled = ofChild.stream()
                .anyMatch(filed -> filed.notification().registeredBy().equals(by)
                        || filed.steps().stream().anyMatch(step -> step.by().equals(by)));
        if (handled) {
            throw new NotificationFault(NotificationErrorCode.NEW_PERSON_DEMANDED);
        }
    }

    private static void demandRest(List<Duty> duties) {
        List<DutyKind> open = Duties.beforeScreening(duties);
        if (!open.isEmpty()) {
            throw NotificationFault.open(open);
        }
    }
}
