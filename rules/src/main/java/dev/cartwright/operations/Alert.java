package dev.cartwright.operations;

import dev.cartwright.rules.Property;

/** What is remembered of an alert. */
public final class Alert {

    /** Whether it stands. */
    public static final Property<Boolean> RAISED = Property.flag("raised");
    public static final Property<String> SERVICE = Property.text("service");
    public static final Property<String> SEVERITY = Property.text("severity");
    public static final Property<String> SINCE = Property.text("since");
    public static final Property<String> SUMMARY = Property.text("summary");
    public static final Property<String> RUNBOOK = Property.text("runbook");
    /** When it was cleared last. */
    public static final Property<String> CLEARED_AT = Property.text("cleared_at");

    private Alert() {}
}
