package dk.rettidig.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Counts held against what is published of a year, figure by figure and independent of the nation's size. Accepted are 5 % either way,
 * and 10 % of a figure under 2 %; of shares under 5 % two standard errors of the count more, because so few are behind them. Children
 * with one notification: .64 to .69 of all. What is not published of the year is not among the figures, and of children by how many
 * notifications they had only what the counts tell apart.
 */
public final class NationalCheck {

    private static final double USUAL = .05;
    private static final double RARE = .10;
    private static final double RARE_BELOW = .02;
    private static final double SMALL_BELOW = .05;
    private static final double ERRORS = 2;
    private static final double LEAST_ONCE = .64;
    private static final double MOST_ONCE = .69;
    private static final List<String> TIMES = List.of("1", "2", "3", "4", "5", "6+");

    private final NationalYear year;
    private final NationalCounts counts;
    private final List<AchievedFigure> figures = new ArrayList<>();

    private NationalCheck(NationalYear year, NationalCounts counts) {
        this.year = year;
        this.counts = counts;
    }

    /** Every published figure of the year beside what these counts have. */
    public static List<AchievedFigure> of(NationalYear year, NationalCounts counts) {
        NationalCheck check = new NationalCheck(year, counts);
        check.totals();
        check.notifiers();
        check.times();
        check.sexes();
        return List.copyOf(check.figures);
    }

    private void totals() {
        figure(
                "notifications",
                "underretninger pr. barn i landet",
                year.notifications() / year.population(),
                counts.notifications() / counts.population());
        figure(
                "children",
                "underrettede børn pr. barn i landet",
                year.children() / year.population(),
                counts.children() / counts.population());
        figure("mean", "underretninger pr. underrettet", year.mean(), counts.notifications() / counts.children());
        figure(
                "share_of_0_17",
                "andel af alle 0-17-årige",
                year.share(),
                (counts.children() - counts.unborn() - counts.unregistered()) / counts.population());
        published("unborn_or_unknown")
                .ifPresent(unborn -> share(
                        "unborn_or_unknown",
                        "ufødte eller ukendte",
                        unborn / year.children(),
                        counts.unborn(),
                        counts.children()));
    }

    private void notifiers() {
        double all =
                counts.notifiers().values().stream().mapToDouble(each -> each).sum();
        for (Notifier group : Notifier.values()) {
            String code = String.format("N%02d", group.code());
            published("by_" + code)
                    .ifPresent(target -> share(
                            "by_" + code,
                            "underretter " + code,
                            target,
                            counts.notifiers().getOrDefault(code, 0.0),
                            all));
        }
    }

    private void times() {
        for (String times : TIMES) {
            if (!counts.times().containsKey(times)) {
                continue;
            }
            published("times_" + times)
                    .ifPresent(target -> share(
                            "times_" + times,
                            "børn med " + times,
                            target / year.children(),
                            counts.times().getOrDefault(times, 0.0),
                            counts.times().values().stream()
                                    .mapToDouble(each -> each)
                                    .sum()));
        }
    }

    /** Of all children, those without a sex among them. */
    private void sexes() {
        for (StatedSex sex : StatedSex.values()) {
            if (counts.sexes().containsKey(sex.id())) {
                published(sex.id())
                        .ifPresent(target -> share(
                                sex.id(),
                                sex == StatedSex.MALE ? "drenge" : "piger",
                                target / year.children(),
                                counts.sexes().getOrDefault(sex.id(), 0.0),
                                counts.children()));
            }
        }
    }

    private OptionalDouble published(String id) {
        return NationalFigure.find(year.year(), id);
    }

    private void share(String id, String danish, double target, double part, double whole) {
        if (id.equals("times_1")) {
            add(id, danish, target, LEAST_ONCE, MOST_ONCE, part / whole);
            return;
        }
        double error = target < SMALL_BELOW ? ERRORS * Math.sqrt(target * (1 - target) / whole) : 0;
        double slack = target * (target < RARE_BELOW ? RARE : USUAL) + error;
        add(id, danish, target, target - slack, target + slack, part / whole);
    }

    private void figure(String id, String danish, double target, double achieved) {
        add(id, danish, target, target * (1 - USUAL), target * (1 + USUAL), achieved);
    }

    private void add(String id, String danish, double target, double least, double most, double achieved) {
        String name = year.year() + " " + id.replace('_', ' ');
        figures.add(new AchievedFigure(
                "y" + year.year() + "_" + id, year.year() + ": " + danish, name, target, least, most, achieved));
    }
}
