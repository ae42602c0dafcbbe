package dev.cartwright.runtime;

/**
 * Which rules folded a state.
 *
 * @param number grows with every deployment of other rules
 * @param hash of the rules' code; equal hashes fold equal states
 */
public record RuleSetVersion(long number, String hash) {

    public boolean isSameAs(RuleSetVersion other) {
        return hash.equals(other.hash);
    }

    public boolean isNewerThan(RuleSetVersion other) {
        return !isSameAs(other) && number > other.number;
    }
}
