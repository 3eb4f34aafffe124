package dk.rettidig.review.explanation;

import dk.rettidig.web.Language;

/** Says one thing to one reader in one language: {@code {child}} becomes the words for the child it is about. */
record Voice(Audience audience, Language language) {

    /** The sentence in the reader's language. */
    String say(String danish, String english) {
        return language.choose(danish, english).replace("{child}", child());
    }

    /** The sentence of the two that is meant for the reader. */
    String toEither(String child, String parent) {
        return audience == Audience.CHILD ? child : parent;
    }

    private String child() {
        return switch (audience) {
            case CHILD -> language.choose("dig", "you");
            case PARENT -> language.choose("dit barn", "your child");
        };
    }
}
