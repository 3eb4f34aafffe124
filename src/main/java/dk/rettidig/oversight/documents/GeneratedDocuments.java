package dk.rettidig.oversight.documents;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All documents of what runs, by file name. The model card is part of its release and signed with it: it is linked to. */
public final class GeneratedDocuments {

    private GeneratedDocuments() {}

    /** The documents as Markdown. The same configuration gives the same bytes. */
    public static SortedMap<String, String> of(Running running) {
        return new TreeMap<>(Map.of(
                "annex-iv.md", AnnexFour.of(running),
                "article-30.md", ArticleThirty.of(running),
                "dpia-facts.md", DpiaFacts.of(running),
                "fria-facts.md", FriaFacts.of(running),
                "algorithm-register.md", AlgorithmRegister.of(running)));
    }
}
