package dk.rettidig.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The register of {@code handover.yaml} as a value: why a child is handed over, with what, and what is demanded by when. */
public final class HandoverRegister {

    /** The ground of a child whose follow-up is closed because it moves. */
    public static final String NO_MEASURE = "no_measure_registered";

    private static final int LONGEST_WARNING = 240;

    private final List<Ground> grounds;
    private final List<Material> materials;
    private final List<HandoverDuty> duties;

    private HandoverRegister(List<Ground> grounds, List<Material> materials, List<HandoverDuty> duties) {
        this.grounds = List.copyOf(grounds);
        this.materials = List.copyOf(materials);
        this.duties = List.copyOf(duties);
    }

    /**
     * Why a child is handed over.
     *
     * @param cause the code of the notification that the receiving municipality registers
     * @param ref the provision
     */
    public record Ground(String id, String danish, String english, String cause, String ref) {}

    /**
     * A kind of material, which goes from case system to case system.
     *
     * @param always whether the law demands it with every handover
     * @param ref the provision
     */
    public record Material(String id, String danish, String english, boolean always, String ref) {}

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static HandoverRegister read(
            PolicySet set, CodeRegister codes, DeadlineRegister deadlines, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.HANDOVER, problems);
        List<Ground> grounds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlFields entry : file.list("grounds")) {
            grounds.add(ground(entry, codes));
            once(entry, seen, grounds.getLast().id());
        }
        if (!seen.contains(NO_MEASURE)) {
            file.problem("grounds", "nothing says " + NO_MEASURE, "add it: a closed follow-up hands over with it");
        }
        List<Material> materials = new ArrayList<>();
        for (YamlFields entry : file.list("materials")) {
            materials.add(material(entry));
            once(entry, seen, materials.getLast().id());
        }
        List<HandoverDuty> duties = new ArrayList<>();
        for (YamlFields entry : file.list("duties")) {
            HandoverDuty duty = duty(entry, deadlines);
            once(entry, seen, "duty " + duty.kind().id());
            duties.add(duty);
        }
        for (HandoverDuty.Kind kind : HandoverDuty.Kind.values()) {
            if (duties.stream().noneMatch(duty -> duty.kind() == kind)) {
                file.problem("duties", "nothing says by when to " + kind.id(), "add a duty for it");
            }
        }
        file.done();
        return new HandoverRegister(grounds, materials, duties);
    }

    private static Ground ground(YamlFields entry, CodeRegister codes) {
        String cause = entry.text("cause");
        if (!codes.has("reason", cause)) {
            entry.problem("cause", "\"" + cause + "\" is no cause of a notification", "correct the code");
        }
        Ground ground =
                new Ground(entry.text("id"), entry.text("danish"), entry.text("english"), cause, entry.text("ref"));
        entry.word("confidence", Confidence::parse, Confidence.CHOICES);
        entry.done();
        return ground;
    }

    private static Material material(YamlFields entry) {
        Material material = new Material(
                entry.text("id"),
                entry.text("danish"),
                entry.text("english"),
                entry.truth("always"),
                entry.text("ref"));
        entry.word("confidence", Confidence::parse, Confidence.CHOICES);
        entry.done();
        return material;
    }

    private static HandoverDuty duty(YamlFields entry, DeadlineRegister deadlines) {
        String id = entry.text("deadline");
        Optional<Deadline> deadline = deadlines.find(id);
        if (deadline.filter(found -> found.unit() != Deadline.Unit.RULE).isEmpty()) {
            entry.problem("deadline", "\"" + id + "\" is no length of time on file", "add it to deadlines.yaml");
        }
        Set<HandoverSide> tell = new TreeSet<>();
        for (String word : entry.texts("tell")) {
            Optional<HandoverSide> side = HandoverSide.parse(word);
            side.ifPresent(tell::add);
            if (side.isEmpty()) {
                entry.problem("tell", "\"" + word + "\" is no side", "choose among " + HandoverSide.CHOICES);
            }
        }
        HandoverSide whose =
                entry.word("side", HandoverSide::parse, HandoverSide.CHOICES).orElse(HandoverSide.SENDER);
        if (!tell.contains(whose)) {
            entry.problem("tell", "whoever has the duty is never told", "add " + whose.id());
        }
        HandoverDuty duty = new HandoverDuty(
                entry.word("id", HandoverDuty.Kind::parse, HandoverDuty.Kind.CHOICES)
                        .orElse(HandoverDuty.Kind.SEND),
                whose,
                entry.text("danish"),
                entry.text("english"),
                id,
                entry.integer("warn_hours", 0, LONGEST_WARNING),
                tell,
                entry.text("ref"));
        entry.word("confidence", Confidence::parse, Confidence.CHOICES);
        entry.done();
        return duty;
    }

    private static void once(YamlFields entry, Set<String> seen, String id) {
        if (!seen.add(id)) {
            entry.problem("id", "\"" + id + "\" stands there already", "give each its own id");
        }
    }

    /** All grounds, in the order of the file. */
    public List<Ground> grounds() {
        return grounds;
    }

    /** All kinds of material, in the order of the file. */
    public List<Material> materials() {
        return materials;
    }

    /** Whether each is the id of a ground. */
    public boolean areGrounds(Collection<String> ids) {
        return grounds.stream().map(Ground::id).toList().containsAll(ids);
    }

    /** Whether each is the id of a kind of material. */
    public boolean areMaterials(Collection<String> ids) {
        return materials.stream().map(Material::id).toList().containsAll(ids);
    }

    /** Whether everything is there that the law demands with every handover. */
    public boolean isEnough(Collection<String> sent) {
        return materials.stream().filter(Material::always).allMatch(each -> sent.contains(each.id()));
    }

    /** The causes of the notification that follow from grounds. */
    public Set<String> causes(Collection<String> ids) {
        Set<String> causes = new TreeSet<>();
        grounds.stream().filter(each -> ids.contains(each.id())).forEach(each -> causes.add(each.cause()));
        return causes;
    }

    /** The grounds that say the same as causes of notifications: a cause that several grounds share says none of them. */
    public Set<String> groundsOf(Collection<String> causes) {
        Set<String> found = new TreeSet<>();
        for (Ground ground : grounds) {
            boolean alone = grounds.stream()
                            .filter(each -> each.cause().equals(ground.cause()))
                            .count()
                    == 1;
            if (alone && causes.contains(ground.cause())) {
                found.add(ground.id());
            }
        }
        return found;
    }

    /** What somebody has to do. */
    public HandoverDuty duty(HandoverDuty.Kind kind) {
        return duties.stream()
                .filter(duty -> duty.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the policy set has no duty " + kind.id()));
    }
}
