package dk.rettidig.gate;

/**
 * One rule of {@code gate.cedar}.
 *
 * @param id stable; the record names it
 * @param permits whether it permits or forbids
 * @param danish what it permits, or what would be needed, for people
 * @param citation the provision behind it
 * @param line where it begins in the file
 * @param source the rule as it stands in the file
 */
record Rule(String id, boolean permits, String danish, String english, String citation, int line, String source) {}
