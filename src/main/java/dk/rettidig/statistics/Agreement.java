package dk.rettidig.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two reviewers agree who judged the same cases without seeing each other's answers.
 *
 * @param pairs cases that both judged
 * @param agreed cases among them with the same answer
 * @param share the exact interval (Clopper and Pearson) of the share of agreement; holds when everybody agrees as well
 * @param kappa Cohen's kappa (1960); empty when it is not defined, because both always gave the same one answer
 * @param ac1 Gwet's AC1 (British Journal of Mathematical and Statistical Psychology 61, 2008), which keeps its meaning when
 *     almost all answers are alike; empty without a pair
 */
public record Agreement(
        int pairs, int agreed, Optional<Shares> share, Optional<Estimate> kappa, Optional<Estimate> ac1) {

    /** Below this a sum of squares is rounding. */
    private static final double NO_VARIATION = 1e-12;

    /**
     * A coefficient: 1 is full agreement, 0 what chance alone would give, below 0 less than that.
     *
     * @param interval by the variance of Gwet's linearisation and Student's t; empty for fewer than two pairs, and when all
     *     pairs are alike, since the method then sees no variation and would call itself certain
     */
    public record Estimate(double value, Optional<Shares> interval) {}

    /** Two answers to one question on one case, as indices into the answers of the form. */
    public record Pair(int first, int second) {}

    /**
     * Compares.
     *
     * @param answers how many different answers the form has, at least 2
     */
    public static Agreement of(List<Pair> pairs, int answers, ConfidenceLevel level) {
        Table table = new Table(List.copyOf(pairs), answers);
        int agreed = (int)
                pairs.stream().filter(pair -> pair.first() == pair.second()).count();
        if (pairs.isEmpty()) {
            return new Agreement(0, 0, Optional.empty(), Optional.empty(), Optional.empty());
        }
        double kappaChance = table.kappaChance();
        Optional<Estimate> kappa = 1 - kappaChance < NO_VARIATION
                ? Optional.empty()
                : Optional.of(estimate(table, kappaChance, table.chanceOfKappa(), level));
        Estimate ac1 = estimate(table, table.ac1Chance(), table.chanceOfAc1(), level);
        return new Agreement(
                pairs.size(),
                agreed,
                Optional.of(Shares.clopperPearson(pairs.size(), agreed, level)),
                kappa,
                Optional.of(ac1));
    }

    /** The coefficient for an agreement by chance, with its interval (Gwet 2008, linearisation over cases). */
    private static Estimate estimate(Table table, double chance, double[] chanceOfCase, ConfidenceLevel level) {
        int n = table.pairs().size();
        double value = (table.observed() - chance) / (1 - chance);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double own = (table.agrees(i) - chance) / (1 - chance);
            double linear = own - 2 * (1 - value) * (chanceOfCase[i] - chance) / (1 - chance);
            squares += (linear - value) * (linear - value);
        }
        if (n < 2 || squares < NO_VARIATION) {
            return new Estimate(value, Optional.empty());
        }
        double error = Math.sqrt(squares / n / (n - 1));
        double t = TDistribution.of(n - 1).inverseSurvivalProbability(level.tail());
        return new Estimate(
                value, Optional.of(new Shares(Math.max(-1, value - t * error), Math.min(1, value + t * error))));
    }

    /** The answers, and what they say of agreement by chance. */
    private record Table(List<Pair> pairs, int answers) {

        Table {
            if (answers < 2) {
                throw new IllegalArgumentException("a question has at least two answers");
            }
            for (Pair pair : pairs) {
                if (Math.min(pair.first(), pair.second()) < 0 || Math.max(pair.first(), pair.second()) >= answers) {
                    throw new IllegalArgumentException("an answer that the form does not have");
                }
            }
        }

        double agrees(int at) {
            return pairs.get(at).first() == pairs.get(at).second() ? 1 : 0;
        }

        double observed() {
            return IntStream.range(0, pairs.size()).mapToDouble(this::agrees).sum() / pairs.size();
        }

        double first(int answer) {
            return (double) pairs.stream()
                            .filter(pair -> pair.first() == answer)
                            .count()
                    / pairs.size();
        }

        double second(int answer) {
            return (double) pairs.stream()
                            .filter(pair -> pair.second() == answer)
                            .count()
                    / pairs.size();
        }

        double kappaChance() {
            return IntStream.range(0, answers)
                    .mapToDouble(k -> first(k) * second(k))
                    .sum();
        }

        double[] chanceOfKappa() {
            double[] first =
                    IntStream.range(0, answers).mapToDouble(this::first).toArray();
            double[] second =
                    IntStream.range(0, answers).mapToDouble(this::second).toArray();
            return pairs.stream()
                    .mapToDouble(pair -> (second[pair.first()] + first[pair.second()]) / 2)
                    .toArray();
        }

        double ac1Chance() {
            return IntStream.range(0, answers)
                            .mapToDouble(this::mean)
                            .map(pi -> pi * (1 - pi))
                            .sum()
                    / (answers - 1);
        }

        double[] chanceOfAc1() {
            double[] mean = IntStream.range(0, answers).mapToDouble(this::mean).toArray();
            return pairs.stream()
                    .mapToDouble(pair -> (2 - mean[pair.first()] - mean[pair.second()]) / 2 / (answers - 1))
                    .toArray();
        }

        private double mean(int answer) {
            return (first(answer) + second(answer)) / 2;
        }
    }
}
