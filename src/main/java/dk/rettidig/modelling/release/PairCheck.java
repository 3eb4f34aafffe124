package dk.rettidig.modelling.release;

import dk.rettidig.modelling.release.OrderedPairs.Pair;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import java.util.List;

/** Two children of whom a caseworker knows which one is in greater need: the model must not say the opposite. */
final class PairCheck implements GateCheck {

    private final OrderedPairs pairs;

    PairCheck(OrderedPairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public String name() {
        return "ordered pairs";
    }

    @Override
    public List<Measured> measure(Subject subject) {
        List<Pair> all = pairs.pairs(
                subject.candidate().manifest().features(),
                subject.candidate().settings().seed());
        double[] higher =
                subject.candidate().probabilities(all.stream().map(Pair::higher).toList());
        double[] lower =
                subject.candidate().probabilities(all.stream().map(Pair::lower).toList());
        int right = 0;
        String wrong = "";
        for (int i = 0; i < all.size(); i++) {
            boolean ordered = all.get(i).strict() ? higher[i] > lower[i] : higher[i] >= lower[i];
            right += ordered ? 1 : 0;
            wrong = ordered ? wrong : all.get(i).rule();
        }
        return List.of(
                new Measured("ordered_pairs", (double) right / all.size(), wrong),
                Measured.of("ordered_pairs_tested", all.size()));
    }
}
