package dk.rettidig.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of {@code deadlines.yaml} as a value. */
public final class DeadlineRegister {

    private final Map<String, Deadline> deadlines;
    private final List<HolidayCorrection> corrections;

    private DeadlineRegister(Map<String, Deadline> deadlines, List<HolidayCorrection> corrections) {
        this.deadlines = deadlines;
        this.corrections = List.copyOf(corrections);
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static DeadlineRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.DEADLINES, problems);
        Map<String, Deadline> deadlines = new LinkedHashMap<>();
        for (YamlFields entry : file.list("deadlines")) {
            Deadline deadline = deadline(entry);
            if (deadlines.putIfAbsent(deadline.id(), deadline) != null) {
                entry.problem("id", "\"" + deadline.id() + "\" stands there already", "give each deadline its own id");
            }
            entry.done();
        }
        List<HolidayCorrection> corrections = corrections(file);
        file.done();
        return new DeadlineRegister(deadlines, corrections);
    }

    /** The deadline with this id, for instance {@code notif.assess}. */
    public Optional<Deadline> find(String id) {
        return Optional.ofNullable(deadlines.get(id));
    }

    /** All deadlines in the order of the file. */
    public List<Deadline> all() {
        return List.copyOf(deadlines.values());
    }

    /** Days on which the calendar library is wrong about Denmark. */
    public List<HolidayCorrection> holidayCorrections() {
        return corrections;
    }

    /** None in a set from before there was a calendar. */
    private static List<HolidayCorrection> corrections(YamlFields file) {
        if (!file.has("holidays")) {
            return List.of();
        }
        YamlFields holidays = file.mapping("holidays");
        List<HolidayCorrection> corrections = new ArrayList<>();
        for (YamlFields entry : holidays.list("corrections")) {
            LocalDate date = entry.date("date");
            if (corrections.stream().anyMatch(other -> other.date().equals(date))) {
                entry.problem("date", date + " stands there already", "say once what the day is");
            }
            corrections.add(new HolidayCorrection(date, entry.truth("holiday"), entry.text("ref"), confidence(entry)));
            entry.done();
        }
        holidays.done();
        return corrections;
    }

    private static Confidence confidence(YamlFields entry) {
        return entry.word("confidence", Confidence::parse, Confidence.CHOICES).orElse(Confidence.MEMORY_LOW);
    }

    private static Deadline deadline(YamlFields entry) {
        Deadline.Unit unit = unit(entry);
        boolean words = unit == Deadline.Unit.DATE || unit == Deadline.Unit.RULE;
        return new Deadline(
                entry.text("id"),
                entry.text("ref"),
                unit,
                words ? 0 : entry.integer(unit.key(), 1, 1000),
                words ? value(entry, unit) : "",
                unit == Deadline.Unit.DATE ? "" : entry.text("from"),
                entry.optionalText("unless"),
                confidence(entry));
    }

    private static String value(YamlFields entry, Deadline.Unit unit) {
        return unit == Deadline.Unit.DATE ? entry.date(unit.key()).toString() : entry.text(unit.key());
    }

    private static Deadline.Unit unit(YamlFields entry) {
        List<Deadline.Unit> units = Arrays.stream(Deadline.Unit.values())
                .filter(unit -> entry.has(unit.key()))
                .toList();
        if (units.size() != 1) {
            entry.problem(
                    "id",
                    units.size() + " lengths of time",
                    "write exactly one of hours, days, working_days, weekdays, weeks, months, date and rule");
            return Deadline.Unit.RULE;
        }
        return units.getFirst();
    }
}
