package dk.rettidig.guideline;

import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the record keeps of the register: who changed what is here and nowhere else. What people wrote is a commitment. */
public sealed interface GuidelineEvent extends LedgerEvent {

    /** A version of a guideline was filed; the first registers it. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL §§ 9, 15; ADR 0136")
    record Changed(Guideline guideline) implements GuidelineEvent {
        @Override
        public String type() {
            return "guideline.changed";
        }

        @Override
        public EventFields fields() {
            EventFields fields = EventFields.none()
                    .text("municipality", guideline.municipality().value())
                    .text("guideline", guideline.id().toString())
                    .number("version", guideline.version())
                    .text("state", guideline.state().id())
                    .texts("points", guideline.points())
                    .committed("title", bytes(guideline.title()))
                    .committed("edition", bytes(guideline.edition()))
                    .committed("kept", bytes(guideline.kept()))
                    .committed("because", bytes(guideline.because().text()));
            fields = text(fields, "in_force_from", guideline.inForceFrom());
            fields = text(fields, "review_by", guideline.reviewBy());
            Optional<String> owner = guideline.owner();
            return owner.isPresent() ? fields.committed("owner", bytes(owner.get())) : fields;
        }
    }

    /** A person answered whether the guidelines cover an attention point. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL §§ 9, 15; ADR 0136")
    record SelfChecked(SelfCheck check) implements GuidelineEvent {
        @Override
        public String type() {
            return "guideline.self_checked";
        }

        @Override
        public EventFields fields() {
            EventFields fields = EventFields.none()
                    .text("municipality", check.municipality().value())
                    .text("point", check.point())
                    .number("number", check.number())
                    .text("answer", check.answer().id())
                    .committed("remark", bytes(check.remark()));
            fields = text(fields, "guideline", check.guideline());
            return text(fields, "improve_by", check.improveBy());
        }
    }

    private static EventFields text(EventFields fields, String name, Optional<?> value) {
        return value.isPresent() ? fields.text(name, value.get().toString()) : fields;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
