package dk.rettidig.oversight.extract;

/** The same in both languages. */
public record Text(String danish, String english) {

    /** This and more behind it. */
    Text and(Text more) {
        return new Text(danish + " " + more.danish, english + " " + more.english);
    }
}
