package dk.rettidig.cli;

import dk.rettidig.synthetic.DanishPopulation;
import dk.rettidig.synthetic.SyntheticErrorCode;
import dk.rettidig.synthetic.SyntheticFault;
import dk.rettidig.synthetic.SyntheticMunicipality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The municipalities that {@code --municipalities} and {@code --children} name. */
final class MunicipalityList {

    private MunicipalityList() {}

    /**
     * {@code all}, or codes separated by commas, each with {@code :children} if wanted.
     *
     * @param children in all, shared out in proportion to the sizes; null leaves the sizes as they are
     */
    static List<SyntheticMunicipality> parse(String list, @Nullable Integer children) {
        List<SyntheticMunicipality> named = list.equals("all")
                ? DanishPopulation.municipalities()
                : Arrays.stream(list.split(",", -1)).map(MunicipalityList::one).toList();
        if (children == null) {
            return named;
        }
        if (children < 0 || children > SyntheticMunicipality.MOST_CHILDREN) {
            throw new SyntheticFault(SyntheticErrorCode.CHILDREN_OUT_OF_RANGE);
        }
        return share(named, children);
    }

    private static SyntheticMunicipality one(String text) {
        String[] parts = text.trim().split(":", -1);
        if (parts.length > 2 || !parts[0].matches("[1-9][0-9]{2}")) {
            throw new SyntheticFault(SyntheticErrorCode.UNKNOWN_MUNICIPALITY);
        }
        SyntheticMunicipality municipality = DanishPopulation.municipality(Integer.parseInt(parts[0]));
        if (parts.length == 1) {
            return municipality;
        }
        if (!parts[1].matches("[0-9]{1,7}")) {
            throw new SyntheticFault(SyntheticErrorCode.CHILDREN_OUT_OF_RANGE);
        }
        return municipality.withChildren(Integer.parseInt(parts[1]));
    }

    /** In proportion, so that the parts add up exactly: each gets what its running total adds. */
    private static List<SyntheticMunicipality> share(List<SyntheticMunicipality> named, long children) {
        long total = named.stream().mapToLong(SyntheticMunicipality::children).sum();
        List<SyntheticMunicipality> shared = new ArrayList<>(named.size());
        long before = 0;
        for (SyntheticMunicipality each : named) {
            long after = before + each.children();
            long from = total == 0 ? 0 : before * children / total;
            long to = total == 0 ? 0 : after * children / total;
            shared.add(each.withChildren((int) (to - from)));
            before = after;
        }
        return shared;
    }
}
