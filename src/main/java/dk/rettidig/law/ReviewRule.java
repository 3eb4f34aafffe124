package dk.rettidig.law;

/**
 * What reviewers ask of a case in legal supervision. A question whose meaning changes gets another id.
 *
 * @param version of the wording, from 1
 * @param danish the question in Danish; "no" is a fault
 * @param english the question in English
 * @param law the provision behind it
 */
public record ReviewRule(String id, int version, Group group, String danish, String english, Law law) {

    /** Where it stands in the form. */
    public record Group(String id, String danish, String english) {}

    /**
     * A provision.
     *
     * @param ref where it is
     * @param danish what it demands, in plain words
     * @param english the same in English
     */
    public record Law(String ref, String danish, String english) {}

    /** Where the provision is. */
    public String ref() {
        return law.ref();
    }
}
