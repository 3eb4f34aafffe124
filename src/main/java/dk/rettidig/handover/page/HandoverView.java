package dk.rettidig.handover.page;

import dk.rettidig.access.ActorName;
import dk.rettidig.handover.Act;
import dk.rettidig.handover.Handover;
import dk.rettidig.handover.HandoverClock.Running;
import dk.rettidig.handover.HandoverDesk;
import dk.rettidig.handover.Handovers.Filed;
import dk.rettidig.handover.OwnSide;
import dk.rettidig.handover.Stage;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.List;
import java.util.Optional;

/** One handover in words, and what the own municipality can do about it now. */
record HandoverView(
        String id,
        int version,
        boolean sent,
        String other,
        String stage,
        String announced,
        String delivered,
        String responsible,
        String notification,
        Optional<Contents> contents,
        List<DutyRow> duties,
        List<ActRow> acts,
        List<ToldRow> told,
        Can can) {

    /** What was handed over. */
    record Contents(
            String age, String moved, String known, List<String> grounds, List<String> materials, String remark) {}

    /** What is to be done. */
    record DutyRow(String what, boolean ours, String due, boolean overdue) {}

    /** What was said. */
    record ActRow(String what, String who, String at, String because, String materials) {}

    /** Who was told what; blank is the team leader. */
    record ToldRow(String who, String what, String at) {}

    /** Which forms there are. */
    record Can(boolean open, boolean answer, boolean supplement, boolean settle, boolean withdraw) {

        static Can of(Filed filed) {
            boolean sends = filed.own().side() == HandoverSide.SENDER;
            Stage stage = filed.stage();
            boolean ended = stage == Stage.CLOSED || stage == Stage.WITHDRAWN || stage == Stage.ANSWERED;
            return new Can(
                    !sends && stage == Stage.DELIVERED,
                    !sends && stage == Stage.OPENED,
                    sends && stage == Stage.MORE_ASKED,
                    sends && stage == Stage.ANSWERED,
                    sends && !ended);
        }
    }

    static HandoverView of(HandoverDesk.View view, HandoverLabels labels, Language language) {
        Filed filed = view.filed();
        OwnSide own = filed.own();
        return new HandoverView(
                own.handover().toString(),
                filed.version(),
                own.side() == HandoverSide.SENDER,
                labels.municipality(own.other()),
                HandoverLabels.stage(filed.stage(), language),
                Words.date(own.announcedAt(), language),
                filed.handover()
                        .flatMap(Handover::deliveredAt)
                        .map(at -> Words.time(at, language))
                        .orElse(""),
                own.responsible().map(ActorName::value).orElse(""),
                own.notification().map(id -> id.toString()).orElse(""),
                filed.contents().map(contents -> contents(contents, labels, language)),
                view.running().stream()
                        .map(running -> duty(running, view, language))
                        .toList(),
                filed.acts().stream()
                        .map(act -> act(act, filed, labels, language))
                        .toList(),
                filed.tellings().stream()
                        .map(telling -> new ToldRow(
                                telling.to().map(ActorName::value).orElse(""),
                                labels.told(telling, language),
                                Words.time(telling.at(), language)))
                        .toList(),
                Can.of(filed));
    }

    private static DutyRow duty(Running running, HandoverDesk.View view, Language language) {
        return new DutyRow(
                HandoverLabels.duty(running.duty(), language),
                running.duty().side() == view.filed().own().side(),
                HandoverLabels.due(running, language),
                !running.due().inTime(view.now()));
    }

    private static Contents contents(Handover handover, HandoverLabels labels, Language language) {
        return new Contents(
                language.choose(handover.age().danish(), handover.age().english()),
                Words.date(handover.movedOn(), language),
                Words.date(handover.knownOn(), language),
                labels.grounds(handover.grounds(), language).stream()
                        .filter(HandoverLabels.Choice::chosen)
                        .map(HandoverLabels.Choice::text)
                        .toList(),
                labels.materials(handover.materials(), language).stream()
                        .filter(HandoverLabels.Choice::chosen)
                        .map(HandoverLabels.Choice::text)
                        .toList(),
                handover.remark().map(remark -> remark.text()).orElse(""));
    }

    /** A name of the own municipality, the job of anybody else. */
    private static ActRow act(Act act, Filed filed, HandoverLabels labels, Language language) {
        return new ActRow(
                HandoverLabels.act(act, language),
                Optional.ofNullable(filed.people().get(act.number()))
                        .map(ActorName::value)
                        .orElseGet(() -> HandoverLabels.job(act.job(), language)),
                Words.time(act.at(), language),
                act.because().map(why -> why.text()).orElse(""),
                HandoverLabels.line(labels.materials(act.materials(), language), act.materials()));
    }
}
