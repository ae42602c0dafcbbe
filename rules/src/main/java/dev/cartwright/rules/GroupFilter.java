package dev.cartwright.rules;

/**
 * Which messages a Pub/Sub subscription of a function group wants. One short attribute tells it, since a filter holds 256
 * bytes and can never be changed: a list of types would outgrow it, and would want new subscriptions with every type.
 */
public final class GroupFilter {

    /** The attribute of a message that names the group that is to receive it; absent where none is. */
    public static final String ATTRIBUTE = "group";

    private GroupFilter() {}

    /** The text of the subscription's filter. */
    public static String of(String group) {
        return "attributes." + ATTRIBUTE + " = \"" + group + "\"";
    }
}
