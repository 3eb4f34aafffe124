package dk.rettidig.synthetic;

import java.util.Arrays;

/**
 * Logistic regression on counted patterns by Newton's method with step halving and a slight ridge. It says how well the
 * population's own indicators can do; shipped models are trained elsewhere.
 */
final class LogisticFit {

    private static final double RIDGE = 0.5;
    private static final int ITERATIONS = 40;
    private static final double TOLERANCE = 1e-9;
    private static final int HALVINGS = 30;

    private LogisticFit() {}

    /** The weights, the first of which is the constant's; {@code counts} are negatives and positives of each pattern. */
    static double[] fit(double[][] features, double[][] counts) {
        double[] weights = new double[features.length == 0 ? 1 : features[0].length];
        double loss = loss(weights, features, counts);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(weights, features, counts);
            double scale = 1;
            double[] next = moved(weights, step, scale);
            double nextLoss = loss(next, features, counts);
            for (int i = 0; nextLoss > loss && i < HALVINGS; i++) {
                scale /= 2;
                next = moved(weights, step, scale);
                nextLoss = loss(next, features, counts);
            }
            boolean done = loss - nextLoss <= TOLERANCE * loss;
            weights = next;
            loss = nextLoss;
            if (done) {
                break;
            }
        }
        return weights;
    }

    static double score(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    private static double[] moved(double[] weights, double[] step, double scale) {
        double[] next = weights.clone();
        Arrays.setAll(next, i -> weights[i] - scale * step[i]);
        return next;
    }

    private static double loss(double[] weights, double[][] features, double[][] counts) {
        double loss = 0;
        for (int i = 1; i < weights.length; i++) {
            loss += RIDGE / 2 * weights[i] * weights[i];
        }
        for (int row = 0; row < features.length; row++) {
            double score = score(weights, features[row]);
            loss += counts[row][0] * softplus(score) + counts[row][1] * softplus(-score);
        }
        return loss;
    }

    private static double softplus(double x) {
        return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
    }

    private static double[] step(double[] weights, double[][] features, double[][] counts) {
        int n = weights.length;
        double[][] system = new double[n][n + 1];
        for (int i = 1; i < n; i++) {
            system[i][i] = RIDGE;
            system[i][n] = RIDGE * weights[i];
        }
        for (int row = 0; row < features.length; row++) {
            double probability = 1 / (1 + StrictMath.exp(-score(weights, features[row])));
            double total = counts[row][0] + counts[row][1];
            double gradient = total * probability - counts[row][1];
            double curvature = total * probability * (1 - probability);
            add(system, features[row], gradient, curvature);
        }
        return solve(system);
    }

    private static void add(double[][] system, double[] row, double gradient, double curvature) {
        int n = row.length;
        for (int i = 0; i < n; i++) {
            if (row[i] != 0) {
                system[i][n] += gradient * row[i];
                for (int j = 0; j < n; j++) {
                    system[i][j] += curvature * row[i] * row[j];
                }
            }
        }
    }

    /** Gauss-Jordan elimination; the matrix is positive definite, so no pivoting is needed. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            double[] pivot = system[column];
            for (int row = 0; row < n; row++) {
                double factor = row == column ? 0 : system[row][column] / (pivot[column] + Double.MIN_NORMAL);
                for (int k = column; factor != 0 && k <= n; k++) {
                    system[row][k] -= factor * pivot[k];
                }
            }
        }
        double[] solution = new double[n];
        Arrays.setAll(solution, i -> system[i][n] / (system[i][i] + Double.MIN_NORMAL));
        return solution;
    }
}
