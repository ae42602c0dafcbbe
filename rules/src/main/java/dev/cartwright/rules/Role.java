package dev.cartwright.rules;

import java.util.Locale;

/** What somebody may be who sends or asks; the names, in lower case, are those in the claims of a token. */
public enum Role {
    /** An anonymous visitor, with an identity that Cartwright itself gave out. */
    GUEST,
    /** Whoever the shop's issuer vouches for. */
    SHOPPER,
    /** A back end of the shop, such as its payments. */
    SERVICE,
    /** Who watches over the system. */
    SRE,
    /** Who runs it. */
    ADMIN;

    /** As a claim has it. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
