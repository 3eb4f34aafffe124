package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is counted of a published year's notifications as they are made. */
public final class YearTally {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final int MONTHS = 12;
    private static final int MOST_TIMES = 6;

    private final PopulationSettings settings;
    private final long[] totals = new long[5];
    private final long[] notifiers = new long[Notifier.values().length + 1];
    private final long[] times = new long[MOST_TIMES + 1];
    private final long[] sexes = new long[StatedSex.values().length];
    private final long[] months = new long[MONTHS + 1];
    private final Map<Integer, long[]> municipal = new TreeMap<>();

    /** Of these settings; they name a published year. */
    public YearTally(PopulationSettings settings) {
        this.settings = settings;
    }

    /**
     * A municipality's counts.
     *
     * @param children of its population
     * @param notified of them
     * @param notifications about them and about those beside them
     */
    public record Municipal(long children, long notified, long notifications) {}

    /** Counts a child of the population, and who is notified beside it; returns all their notifications. */
    public List<SyntheticNotification> add(SyntheticChild child) {
        List<SyntheticNotification> all = new ArrayList<>();
        long[] place = municipal.computeIfAbsent(child.person().municipality(), first -> new long[3]);
        totals[0]++;
        place[0]++;
        if (!child.history().notified()) {
            return all;
        }
        place[1]++;
        all.addAll(child(SyntheticNotifications.of(settings, child)));
        Optional<Outsider> beside = Outsider.beside(settings, child);
        if (beside.isPresent()) {
            totals[beside.get().kind() == Outsider.Kind.UNBORN ? 3 : 4]++;
            all.addAll(child(beside.get().notifications()));
        }
        place[2] += all.size();
        return all;
    }

    private List<SyntheticNotification> child(List<SyntheticNotification> notifications) {
        totals[2]++;
        notifications.getFirst().sex().ifPresent(sex -> sexes[sex == StatedSex.FEMALE ? 0 : 1]++);
        totals[1] += notifications.size();
        times[Math.min(MOST_TIMES, notifications.size())]++;
        for (SyntheticNotification each : notifications) {
            notifiers[Integer.parseInt(each.notifier().substring(1))]++;
            months[each.receivedAt().atZone(DENMARK).getMonthValue()]++;
        }
        return notifications;
    }

    void merge(YearTally other) {
        add(totals, other.totals);
        add(notifiers, other.notifiers);
        add(times, other.times);
        add(sexes, other.sexes);
        add(months, other.months);
        other.municipal.forEach((code, more) -> add(municipal.computeIfAbsent(code, first -> new long[3]), more));
    }

    private static void add(long[] sums, long[] more) {
        Arrays.setAll(sums, i -> sums[i] + more[i]);
    }

    /** Notifications received in a month. */
    public long in(Month month) {
        return months[month.getValue()];
    }

    /** By code of the municipality. */
    public Map<Integer, Municipal> municipalities() {
        Map<Integer, Municipal> places = new TreeMap<>();
        municipal.forEach((code, row) -> places.put(code, new Municipal(row[0], row[1], row[2])));
        return places;
    }

    /** Everything over all municipalities. */
    public NationalCounts counts() {
        Map<String, Double> groups = new TreeMap<>();
        for (int code = 1; code < notifiers.length; code++) {
            groups.put(String.format("N%02d", code), (double) notifiers[code]);
        }
        Map<String, Double> children = new TreeMap<>();
        for (int count = 1; count <= MOST_TIMES; count++) {
            children.put(count == MOST_TIMES ? "6+" : Integer.toString(count), (double) times[count]);
        }
        return new NationalCounts(totals[0], totals[1], totals[2], totals[3], totals[4], groups, children, stated());
    }

    private Map<String, Double> stated() {
        return new TreeMap<>(Map.of(StatedSex.FEMALE.id(), (double) sexes[0], StatedSex.MALE.id(), (double) sexes[1]));
    }

    /** The published figures beside those of this tally. */
    List<AchievedFigure> figures() {
        return settings.publishedYear()
                .map(year -> NationalCheck.of(year, counts()))
                .orElse(List.of());
    }
}
