package dk.rettidig.law;

/**
 * What reviewers ask of a case in legal supervision.
 *
 * @param danish the question in Danish; "no" is a fault
 * @param english the question in English
 * @param ref the provision behind it
 */
public record ReviewRule(String id, String danish, String english, String ref) {}
