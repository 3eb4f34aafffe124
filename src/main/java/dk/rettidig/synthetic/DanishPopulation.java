package dk.rettidig.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Published counts of Danish children: by single year of age and sex, and by municipality. Source: Statistics Denmark,
 * FOLK1A, first quarter of 2020; the municipal counts are exact for six municipalities and estimated for the others.
 */
public final class DanishPopulation {

    /** Boys aged 0 to 17. */
    private static final int[] BOYS = {
        31649, 31880, 31833, 32347, 30577, 30308, 29872, 31307, 31510, 34130, 34062, 35382, 34682, 35201, 34417, 34643,
        34775, 34560
    };

    /** Girls aged 0 to 17. */
    private static final int[] GIRLS = {
        29817, 30036, 30315, 30350, 29084, 28685, 28543, 29438, 30416, 32392, 32192, 33267, 32991, 33322, 33113, 33125,
        33173, 32744
    };

    private static final double[] CUMULATIVE = cumulative();
    private static final List<SyntheticMunicipality> MUNICIPALITIES = read();

    private DanishPopulation() {}

    /** The 98 municipalities by code, each with its children. */
    public static List<SyntheticMunicipality> municipalities() {
        return MUNICIPALITIES;
    }

    /** The municipality with this code: one of the 98, or the invented one in its default size. */
    public static SyntheticMunicipality municipality(int code) {
        if (code == SyntheticMunicipality.INVENTED) {
            return SyntheticMunicipality.invented(PopulationSettings.DEFAULT_CHILDREN);
        }
        return MUNICIPALITIES.stream()
                .filter(municipality -> municipality.code() == code)
                .findFirst()
                .orElseThrow(() -> new SyntheticFault(SyntheticErrorCode.UNKNOWN_MUNICIPALITY));
    }

    /** Share of all children who have this age, 0 to 17. */
    static double shareOfAge(int age) {
        return (BOYS[age] + GIRLS[age]) / (double) total();
    }

    /** Share of all children who are girls. */
    static double shareOfGirls() {
        return IntStream.of(GIRLS).sum() / (double) total();
    }

    /** Age doubled, plus one for a girl, of the child at this point of (0, 1). */
    static int ageAndSex(double point) {
        int low = (int) (point * CUMULATIVE.length);
        while (low > 0 && CUMULATIVE[low - 1] > point) {
            low--;
        }
        while (CUMULATIVE[low] <= point) {
            low++;
        }
        return low;
    }

    private static int total() {
        int sum = 0;
        for (int age = 0; age < BOYS.length; age++) {
            sum += BOYS[age] + GIRLS[age];
        }
        return sum;
    }

    private static double[] cumulative() {
        double[] sums = new double[2 * BOYS.length];
        double total = total();
        long sum = 0;
        for (int cell = 0; cell < sums.length; cell++) {
            sum += cell % 2 == 0 ? BOYS[cell / 2] : GIRLS[cell / 2];
            sums[cell] = sum / total;
        }
        return sums;
    }

    private static List<SyntheticMunicipality> read() {
        InputStream stream = Objects.requireNonNull(DanishPopulation.class.getResourceAsStream("municipalities.csv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("code"))
                    .map(line -> line.split(",", -1))
                    .map(part ->
                            new SyntheticMunicipality(Integer.parseInt(part[0]), part[1], Integer.parseInt(part[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
