package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyntheticNotificationsTest {

    /** Of 100,000 children about 5,500 are notified: three standard deviations of a share are .02. */
    private static final PopulationSettings SETTINGS = PopulationSettings.of(42, 100_000);

    private static Map<SyntheticChild, List<SyntheticNotification>> notified(PopulationSettings settings) {
        Map<SyntheticChild, List<SyntheticNotification>> notified = new HashMap<>();
        SyntheticPopulation.generate(settings, 2, child -> {
            if (child.history().notified()) {
                notified.put(child, SyntheticNotifications.of(settings, child));
            }
        });
        return notified;
    }

    @Test
    void sexIsStatedInThePublishedShares() {
        Map<String, Integer> children = new HashMap<>();
        notified(SETTINGS)
                .values()
                .forEach(each ->
                        children.merge(each.getFirst().sex().map(StatedSex::id).orElse("unknown"), 1, Integer::sum));
        double all = children.values().stream().mapToInt(Integer::intValue).sum();

        assertThat(children.getOrDefault("male", 0) / all).isEqualTo(39_225 / 75_019.0, within(.02));
        assertThat(children.getOrDefault("female", 0) / all).isEqualTo(33_286 / 75_019.0, within(.02));
        assertThat(children.getOrDefault("unknown", 0) / all).isEqualTo(2_508 / 75_019.0, within(.008));
    }

    @Test
    void allNotificationsOfAChildStateTheSame() {
        List<SyntheticChild> boysAsGirls = new ArrayList<>();
        notified(PopulationSettings.of(7, 10_000)).forEach((child, all) -> {
            assertThat(all)
                    .map(SyntheticNotification::sex)
                    .containsOnly(all.getFirst().sex());
            if (!child.person().girl() && all.getFirst().sex().equals(java.util.Optional.of(StatedSex.FEMALE))) {
                boysAsGirls.add(child);
            }
        });

        assertThat(boysAsGirls).isEmpty();
    }
}
