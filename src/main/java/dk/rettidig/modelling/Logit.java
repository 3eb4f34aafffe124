package dk.rettidig.modelling;

import dk.rettidig.scoring.Calibration;

/** Maximum-likelihood logistic regression in one to three dimensions by Newton's method, for calibration curves. */
final class Logit {

    private static final int ITERATIONS = 100;
    /** Step below which the iteration has converged, log-odds. */
    private static final double SMALL = 1e-12;
    /** Keeps the information matrix invertible when the data separate. */
    private static final double RIDGE = 1e-9;

    private Logit() {}

    /** Coefficients for these columns (each as long as the outcomes). */
    static double[] fit(double[][] columns, boolean[] outcomes) {
        int width = columns.length;
        double[] beta = new double[width];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] system = new double[width][width + 1];
            for (int i = 0; i < outcomes.length; i++) {
                accumulate(system, columns, beta, i, outcomes[i]);
            }
            double[] step = solve(system);
            double largest = 0;
            for (int j = 0; j < width; j++) {
                beta[j] += step[j];
                largest = Math.max(largest, Math.abs(step[j]));
            }
            if (largest < SMALL) {
                break;
            }
        }
        return beta;
    }

    private static void accumulate(double[][] system, double[][] columns, double[] beta, int row, boolean outcome) {
        int width = beta.length;
        double logOdds = 0;
        for (int j = 0; j < width; j++) {
            logOdds += beta[j] * columns[j][row];
        }
        double probability = Calibration.logistic(logOdds);
        double weight = probability * (1 - probability);
        for (int j = 0; j < width; j++) {
            system[j][width] += columns[j][row] * ((outcome ? 1 : 0) - probability);
            for (int k = 0; k < width; k++) {
                system[j][k] += weight * columns[j][row] * columns[k][row];
            }
        }
    }

    /** Gauss elimination with partial pivoting on the augmented matrix. */
    private static double[] solve(double[][] m) {
        int n = m.length;
        for (int i = 0; i < n; i++) {
            m[i][i] += RIDGE;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
            }
            double[] swapped = m[pivot];
            m[pivot] = m[column];
            m[column] = swapped;
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    eliminate(m[row], swapped, column);
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = m[i][n] / m[i][i];
        }
        return solution;
    }

    private static void eliminate(double[] row, double[] pivot, int column) {
        double factor = row[column] / pivot[column];
        for (int i = column; i < row.length; i++) {
            row[i] -= factor * pivot[i];
        }
    }
}
